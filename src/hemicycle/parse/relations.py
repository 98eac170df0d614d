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


class _Words(Struct, frozen=True):
    """The kinds that a relation's words say, and the words where one is unknown."""

    kind: str
    target_kind: str
    printed: str | None


def is_relation_line(line: Line) -> bool:
    """Whether a line is one relation, or two copies of one, with words that the tables have."""
    found = _relation_units(line)
    return bool(found) and all(
        _read_words(unit["label"], unit["target_kind"]).target_kind != "unknown"
        for unit in found or ()
    )


def read_relations(line: Line, draft: Draft) -> bool:
    """One relation, or both copies of one on a line, as bilingual prints have it.

    Label or kind of target may be unknown, both only below the chronology:
    `… : question écrite 5-12` above it is a title.
    """
    found = _relation_units(line)
    if not found:
        return False
    read: list[Relation] = []
    for unit in found:
        label, target_kind, target = unit.group("label", "target_kind", "target")
        words = _read_words(label, target_kind)
        if words.kind == "unknown" and not _is_told(words, draft):
            return False
        number = plain_number(target)
        read.append(Relation(words.kind, words.target_kind, number, words.printed))
    for unit, relation in zip(found, read, strict=True):
        start, end = line.start + unit.start("label"), line.start + unit.end("target")
        draft.add_relation(relation, start, end)
    return True


def _is_told(words: _Words, draft: Draft) -> bool:
    """Whether an unknown label is one of a relation: by its target, or by where it stands."""
    is_below = draft.has_body and bool(draft.events or draft.relations)
    return bool(draft.title_cells) and (words.target_kind != "unknown" or is_below)


def _relation_units(line: Line) -> list[re.Match[str]] | None:
    return units(_RELATION, line.text) if ":" in line.text else None


@lru_cache(maxsize=4096)  # the same few words stand on every page
def _read_words(label: str, target: str) -> _Words:
    """What a label and the words before a number say; as printed where a table lacks them."""
    kind = RELATION_KINDS.get(fold(label), "unknown")
    folded = fold(target)
    plain = folded.rpartition(" ")[0] if folded.endswith(_SIGNS) else folded
    target_kind = TARGET_KINDS.get(plain, "unknown")
    if target_kind == "unknown":
        return _Words(kind, target_kind, f"{label.strip()} : {target.strip()}")
    return _Words(kind, target_kind, label.strip() if kind == "unknown" else None)
