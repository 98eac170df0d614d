"""A record to its passages: each text in each language, with the names found in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.coordinated import with_coordinated
from hemicycle.link.fold import Words, fold_signs
from hemicycle.link.local_services import find_local
from hemicycle.link.named_places import find
from hemicycle.link.places import Hit, Places, places
from hemicycle.link.portfolios import is_portfolio
from hemicycle.link.sheets import Cutting, Sheet, cut, read_sheet
from hemicycle.link.sought import Seen
from hemicycle.mint import section_path
from hemicycle.records import Part, PartedText, Record, Text

_LABEL = re.compile(r"\W{0,2}\w")
_LONG = 20_000
"""The signs of a question that is longer than any: what it names is not remembered."""


class Passage(Struct, frozen=True, kw_only=True, gc=False):
    """One text of the page, `page[start : start + len(text)]`, in one language.

    All other offsets count from its own start. `parts` are where its numbered or
    lettered parts begin, not those of a list of dashes; `heading` is the service
    that a heading gives the section. `folded` is the text folded. Both it and `parts` are
    empty where nothing in the text can tell of an account: no other rule reads them.
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
    seen: Seen
    services: Places
    platforms: Places


class _Place(Struct, frozen=True, kw_only=True):
    within: str
    stance: Literal["claimed", "mentioned"]
    on: date | None
    heading: str | None = None


class _Named(Struct, frozen=True, gc=False):
    """What a text names, its words, and what is seen in it."""

    words: Words
    seen: Seen
    services: Places
    platforms: Places


def read_passages(
    record: Record,
    sheet: Sheet,
    question: str,
    headings: Mapping[str, str],
    authority: Authority,
) -> Iterator[Passage]:
    """The texts of the question, then those of the sections of each answer.

    `question` is the key of the question, `headings` gives the services of the sections
    that bear one as heading.
    """
    place = _Place(within=f"question/{question}", stance="mentioned", on=record.asked_on)
    for language, whole in record.question_text.items():
        yield _read(whole, sheet, whole.parts, language, place, authority)
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
                yield _read(text, sheet, parts, language, place, authority)


def _read(
    whole: Text | PartedText,
    sheet: Sheet,
    parts: Sequence[Part],
    language: str,
    place: _Place,
    authority: Authority,
) -> Passage:
    text, start = whole.text, whole.start
    end = start + len(text)
    if place.stance == "mentioned" and len(text) < _LONG:
        named = _of_question(text, language, authority.era(place.on), authority)
    else:
        own = cut(sheet, start, end, authority.sought)
        named = _named(text, own, place.on, language, authority)
    may_have_accounts = named.platforms.hits or _may_have_accounts(text, named.seen)
    return Passage(
        text=text,
        start=start,
        language=language,
        within=place.within,
        stance=place.stance,
        on=place.on,
        heading=place.heading,
        parts=_starts(parts, start) if may_have_accounts else (),
        folded=fold_signs(sheet.signs, start, end) if may_have_accounts else "",
        words=named.words,
        seen=named.seen,
        services=named.services,
        platforms=named.platforms,
    )


@lru_cache(maxsize=64)
def _of_question(text: str, language: str, on: date | None, authority: Authority) -> _Named:
    """What a question names: those of one family have the same text, word by word."""
    own = cut(read_sheet(text, authority.sought), 0, len(text), authority.sought)
    return _named(text, own, on, language, authority)


def _named(text: str, own: Cutting, on: date | None, language: str, authority: Authority) -> _Named:
    """The services and platforms that a text names."""
    found = own.words
    names = find(text, found, own.seen.openers, authority.names, on, language)
    services, platforms = _by_kind(text, found, names.hits)
    if services:
        services = with_coordinated(text, found, services, authority, on, language)
    if names.unknown and (local := list(find_local(text, found, names.unknown, names.hits))):
        services = sorted((*services, *local), key=lambda hit: hit.start)
    return _Named(found, own.seen, places(services), places(platforms))


def _starts(parts: Sequence[Part], start: int) -> tuple[int, ...]:
    """Where the parts that have a number or letter begin, behind `start`."""
    return tuple(part.start - start for part in parts if _LABEL.match(part.label))


def _by_kind(text: str, found: Words, hits: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The services and the platforms among some names."""
    services: list[Hit] = []
    platforms: list[Hit] = []
    for hit in hits:
        if hit.path.startswith("platform/"):
            platforms.append(hit)
        elif not is_portfolio(text, found, hit):
            services.append(hit)
    return services, platforms


def _may_have_accounts(text: str, seen: Seen) -> bool:
    """Whether any sign in a text that names no platform can tell of an account."""
    return "@" in text or "/" in text or seen.may_have_blog


def part_start(passage: Passage, at: int) -> int:
    """Where the numbered part of a place begins; 0 in front of the first."""
    number = bisect_right(passage.parts, at)
    return passage.parts[number - 1] if number else 0
