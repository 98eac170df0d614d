"""Lines like `Aussi posée à : question écrite 5-8900` to relations."""

import re

from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import RELATION_KINDS, TARGET_KINDS, TARGET_LABELS, fold
from hemicycle.parse.lines import Line, units
from hemicycle.records import Relation

_TARGETS = "|".join(row.printed.replace("'", "['’]").replace(" ", r"\s+") for row in TARGET_LABELS)
_RELATION = re.compile(
    rf"(?P<label>[^:|\t\d]{{2,80}}?)\s*:\s*(?P<target_kind>{_TARGETS})\s+"
    r"(?:n[°ºr]\.?\s*)?(?P<target>\d{1,2}-\d{1,6})(?!\d)",
    re.IGNORECASE,
)


def is_relation_line(line: Line) -> bool:
    """Whether a line is one relation, or two copies of one."""
    return ":" in line.text and units(_RELATION, line.text) is not None


def read_relations(line: Line, draft: Draft) -> bool:
    """One relation, or both copies of one on a line, as bilingual prints have it."""
    found = units(_RELATION, line.text) if ":" in line.text else None
    if not found or not (draft.title_cells or is_known(found)):
        return False  # `… : question écrite 5-12` above the chronology is a title
    for unit in found:
        start, end = line.start + unit.start("label"), line.start + unit.end("target")
        draft.add_relation(_relation(unit), start, end)
    return True


def is_known(found: list[re.Match[str]]) -> bool:
    """Whether the table has the label of each of these units."""
    return all(fold(unit["label"]) in RELATION_KINDS for unit in found)


def _relation(unit: re.Match[str]) -> Relation:
    """The relation of one unit; its label as printed where no row of the table has it."""
    label = unit["label"].strip()
    target_kind = TARGET_KINDS[fold(unit["target_kind"])]
    kind = RELATION_KINDS.get(fold(label))
    if kind is None:
        return Relation("unknown", target_kind, unit["target"], label)
    return Relation(kind, target_kind, unit["target"])
