"""The dated lines of a chronology to triples."""

from collections.abc import Iterator

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.paths import event_path
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def event_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What happened to the question, and on which day."""
    for event in linked.record.events:
        node = mint.thing(event_path(linked.question.partition("/")[2], event))
        yield node, terms.TYPE, terms.EVENT
        yield node, terms.EVENT_KIND, mint.thing(f"event-kind/{event.kind}")
        yield node, terms.DATE, terms.date(event.on)
        if event.label is not None:
            yield node, terms.PRINTED_LABEL, terms.word(event.label)
