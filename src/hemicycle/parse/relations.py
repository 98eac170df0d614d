"""Lines like `Aussi posée à : question écrite 5-8900` to relations."""

import re
from functools import lru_cache

from msgspec import Struct

from hemicycle.parse.draft import Draft
from hemicycle.parse.head import QUESTION_NUMBER, plain_number
from hemicycle.parse.labels import RELATION_KINDS, TARGET_KINDS, fold
from hemicycle.parse.lines import Line, units
from hemicycle.records import Relation

_RELATION = re.compile(
    r"(?P<label>[^:|\t\d]{2,80}):\s*(?P<target_kind>[^\W\d][^:|\t\d]{1,60})"
    rf"(?P<target>{QUESTION_NUMBER})(?!\d)",
    re.IGNORECASE,
)
_SIGNS = (" n°", " no", " nr.", " nr")
"""What may stand before a number, folded: `nº` becomes `no`."""


class _Printed(Struct, frozen=True):
    """One relation as a line prints it, at [start, end) of the line."""

    relation: Relation
    start: int
    end: int


def is_relation_line(line: Line) -> bool:
    """Whether a line is one relation, or two copies of one, with words that the tables have."""
    found = _printed(line.text) if ":" in line.text else ()
    return bool(found) and all(own.relation.target_kind != "unknown" for own in found)


def read_relations(line: Line, draft: Draft) -> bool:
    """One relation, or both copies of one on a line, as bilingual prints have it.

    Label or kind of target may be unknown, both only below the chronology:
    `… : question écrite 5-12` above it is a title.
    """
    found = _printed(line.text) if ":" in line.text else ()
    for own in found:
        if own.relation.kind == "unknown" and not _is_told(own.relation, draft):
            return False
    for own in found:
        draft.add_relation(own.relation, line.start + own.start, line.start + own.end)
    return bool(found)


def _is_told(relation: Relation, draft: Draft) -> bool:
    """Whether an unknown label is one of a relation: by its target, or by where it stands."""
    is_below = draft.has_body and bool(draft.events or draft.relations)
    return bool(draft.title_cells) and (relation.target_kind != "unknown" or is_below)


@lru_cache(
    maxsize=4096
)  # the pages of a family have the same lines, a bilingual print has each twice
def _printed(text: str) -> tuple[_Printed, ...]:
    """The relations of which a line consists; none where anything else is printed on it."""
    return tuple(
        _Printed(_relation(unit), unit.start("label"), unit.end("target"))
        for unit in units(_RELATION, text) or ()
    )


def _relation(unit: re.Match[str]) -> Relation:
    """What a label and the words before a number say; as printed where a table lacks them."""
    label, target, number = unit.group("label", "target_kind", "target")
    kind = RELATION_KINDS.get(fold(label), "unknown")
    folded = fold(target)
    plain = folded.rpartition(" ")[0] if folded.endswith(_SIGNS) else folded
    target_kind = TARGET_KINDS.get(plain, "unknown")
    printed = label.strip() if kind == "unknown" else None
    if target_kind == "unknown":
        printed = f"{label.strip()} : {target.strip()}"
    return Relation(kind, target_kind, plain_number(number), printed)
