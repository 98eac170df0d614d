"""The numbered parts of a page to mentions: each at its label, where its text begins."""

from collections.abc import Iterable

from hemicycle.link.found import Found
from hemicycle.links import Mention
from hemicycle.paths import PlacedPart, answer_sections, place_parts, question_parts
from hemicycle.records import Record


def link_parts(record: Record, page: str, question: str) -> Found:
    """One mention for each part in each language; `question` is the question's key.

    The words are the part's label alone: its text stands on its node. A part inside
    a part stands within the same question or section.
    """
    placed = [own for _, own in question_parts(record, question)]
    mentions = _mentions(placed, "question-part", f"question/{question}", page)
    for path, section in answer_sections(record, question):
        stem = f"answer-part/{path.partition('/')[2]}-"
        for parts in section.parts.values():
            if parts:
                mentions += _mentions(place_parts(parts, stem, path), "answer-part", path, page)
    return Found(mentions=tuple(mentions))


def _mentions(placed: Iterable[PlacedPart], kind: str, within: str, page: str) -> list[Mention]:
    found = []
    for own in placed:
        label = own.part.label
        start = page.rfind(label, 0, own.part.start)
        if label and start >= 0:
            found.append(
                Mention(
                    kind=kind,
                    body=own.path,
                    start=start,
                    end=start + len(label),
                    exact=label,
                    rule="part-label",
                    basis="printed",
                    within=within,
                )
            )
    return found
