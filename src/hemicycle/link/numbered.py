"""The numbered parts of a page to mentions: each at its label, where its text begins."""

from collections.abc import Iterator

from hemicycle.link.found import Found
from hemicycle.links import Mention
from hemicycle.paths import PlacedPart, answer_sections, place_parts, question_parts
from hemicycle.records import Record


def link_parts(record: Record, page: str, question: str) -> Found:
    """One mention for each part in each language; `question` is the question's key.

    The words are the part's label alone: its text stands on its node. A part inside
    a part stands within the same question or section.
    """
    mentions = [
        *_mentions(
            (own for _, own in question_parts(record, question)), f"question/{question}", page
        )
    ]
    for path, section in answer_sections(record, question):
        for parts in section.parts.values():
            placed = place_parts(parts, f"answer-part/{path.partition('/')[2]}-", path)
            mentions.extend(_mentions(placed, path, page))
    return Found(mentions=tuple(mentions))


def _mentions(placed: Iterator[PlacedPart], within: str, page: str) -> Iterator[Mention]:
    for own in placed:
        start = page.rfind(own.part.label, 0, own.part.start)
        if own.part.label and start >= 0:
            yield Mention(
                kind=own.path.partition("/")[0],
                body=own.path,
                start=start,
                end=start + len(own.part.label),
                exact=own.part.label,
                rule="part-label",
                basis="printed",
                within=within,
            )
