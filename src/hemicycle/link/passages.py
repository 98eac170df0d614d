"""A record to its passages: each text in each language, with the names found in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.coordinated import with_coordinated
from hemicycle.link.fold import Words, words
from hemicycle.link.local_services import find_local
from hemicycle.link.names import find
from hemicycle.link.places import Places, places
from hemicycle.link.portfolios import is_portfolio
from hemicycle.mint import section_path
from hemicycle.records import Part, PartedText, Record, Text

_LABEL = re.compile(r"\W{0,2}\w")


class Passage(Struct, frozen=True, kw_only=True):
    """One text of the page, `page[start : start + len(text)]`, in one language.

    All other offsets count from its own start. `parts` are where its numbered or
    lettered parts begin, not those of a list of dashes; `heading` is the service
    that a heading gives the section.
    """

    text: str
    start: int
    language: str
    within: str
    stance: Literal["claimed", "mentioned"]
    on: date | None
    heading: str | None
    parts: tuple[int, ...]
    folded: str
    words: Words
    services: Places
    platforms: Places


class _Place(Struct, frozen=True, kw_only=True):
    within: str
    stance: Literal["claimed", "mentioned"]
    on: date | None
    heading: str | None = None


def read_passages(
    record: Record,
    folded: str,
    question: str,
    headings: Mapping[str, str],
    authority: Authority,
) -> Iterator[Passage]:
    """The texts of the question, then those of the sections of each answer.

    `folded` is the whole page, folded; `question` is the key of the question, `headings`
    gives the services of the sections that bear one as heading.
    """
    place = _Place(within=f"question/{question}", stance="mentioned", on=record.asked_on)
    for language, whole in record.question_text.items():
        yield _read(whole, folded, whole.parts, language, place, authority)
    for number, answer in enumerate(record.answers, 1):
        for ordinal, section in enumerate(answer.sections, 1):
            path = section_path(question, number, ordinal)
            place = _Place(
                within=path,
                stance="claimed",
                on=answer.received_on or record.asked_on,
                heading=headings.get(path),
            )
            for language, text in section.text.items():
                parts = section.parts.get(language, ())
                yield _read(text, folded, parts, language, place, authority)


def _read(
    whole: Text | PartedText,
    page: str,
    parts: Sequence[Part],
    language: str,
    place: _Place,
    authority: Authority,
) -> Passage:
    text, start = whole.text, whole.start
    folded = page[start : start + len(text)]
    found = words(folded, authority.sought)
    names = find(text, found, authority.names, place.on, language)
    services = [
        hit
        for hit in names.hits
        if hit.path.startswith("service/") and not is_portfolio(text, found, hit)
    ]
    services = list(with_coordinated(text, found, services, authority, place.on, language))
    local = find_local(text, found, names.unknown, names.hits)
    services = sorted((*services, *local), key=lambda hit: hit.start)
    return Passage(
        text=text,
        start=start,
        language=language,
        within=place.within,
        stance=place.stance,
        on=place.on,
        heading=place.heading,
        parts=tuple(part.start - start for part in parts if _LABEL.match(part.label)),
        folded=folded,
        words=found,
        services=places(services),
        platforms=places(hit for hit in names.hits if hit.path.startswith("platform/")),
    )


def part_start(passage: Passage, at: int) -> int:
    """Where the numbered part of a place begins; 0 in front of the first."""
    number = bisect_right(passage.parts, at)
    return passage.parts[number - 1] if number else 0
