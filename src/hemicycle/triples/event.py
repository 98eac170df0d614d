"""The dated lines of a chronology to triples."""

from collections.abc import Iterator

from hemicycle.links import Linked
from hemicycle.mint import Mint, slug
from hemicycle.records import Event
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def event_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What happened to the question, and on which day."""
    for event in linked.record.events:
        node = mint.thing(event_path(linked.question, event))
        yield node, terms.TYPE, terms.EVENT
        yield node, terms.EVENT_KIND, mint.thing(f"event-kind/{event.kind}")
        yield node, terms.DATE, terms.date(event.on)
        if event.label is not None:
            yield node, terms.PRINTED_LABEL, terms.word(event.label)


def event_path(question: str, event: Event) -> str:
    """The path of an event of the question with this path: one a day and kind.

    Events of an unknown kind are told apart by what the page calls them.

    >>> from datetime import date
    >>> event_path("question/5-8906", Event("reminder", date(2013, 12, 18)))
    'event/5-8906-2013-12-18-reminder'
    >>> event_path("question/5-8906", Event("unknown", date(2013, 12, 18), "Retrait"))
    'event/5-8906-2013-12-18-unknown-retrait'
    """
    path = f"event/{question.partition('/')[2]}-{event.on}-{event.kind}"
    return path if event.label is None else f"{path}-{slug(event.label)}"
