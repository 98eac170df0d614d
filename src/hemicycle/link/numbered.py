"""The numbered parts of a page to mentions: each at its label, where its text begins."""

from collections.abc import Iterator
from itertools import chain

from hemicycle.link.found import Found
from hemicycle.links import Mention
from hemicycle.paths import PlacedPart, answer_parts, question_parts
from hemicycle.records import Record


def link_parts(record: Record, page: str, question: str) -> Found:
    """One mention for each part in each language; `question` is the question's key.

    The words are the part's label alone: its text stands on its node.
    """
    placed = chain(question_parts(record, question), answer_parts(record, question))
    return Found(mentions=tuple(_mentions(placed, page)))


def _mentions(placed: Iterator[tuple[str, PlacedPart]], page: str) -> Iterator[Mention]:
    for _, own in placed:
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
                within=own.whole,
            )
