"""A record to its passages: each text in each language, with the names found in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.coordinated import with_coordinated
from hemicycle.link.fold import Words, fold_signs
from hemicycle.link.local_services import find_local
from hemicycle.link.named_places import find
from hemicycle.link.places import Hit, Places, places
from hemicycle.link.portfolios import is_portfolio
from hemicycle.link.sheets import Sheet, cut
from hemicycle.link.sought import Seen
from hemicycle.mint import section_path
from hemicycle.records import Part, PartedText, Record, Text

_LABEL = re.compile(r"\W{0,2}\w")


class Passage(Struct, frozen=True, kw_only=True, gc=False):
    """One text of the page, `page[start : start + len(text)]`, in one language.

    All other offsets count from its own start. `parts` are where its numbered or
    lettered parts begin, not those of a list of dashes; `heading` is the service
    that a heading gives the section. `folded` is the text folded. Both `parts` and
    `folded` are empty where nothing in the text can tell of an account: no other rule
    reads them.
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
    own = cut(sheet, start, end, authority.sought)
    found = own.words
    names = find(text, found, own.seen.openers, authority.names, place.on, language)
    platforms = places([hit for hit in names.hits if hit.path.startswith("platform/")])
    may_have_accounts = platforms.hits or _may_have_accounts(text, own.seen)
    services = [hit for hit in names.hits if _is_service(text, found, hit)]
    if services:
        services = with_coordinated(text, found, services, authority, place.on, language)
    if names.unknown and (local := list(find_local(text, found, names.unknown, names.hits))):
        services = sorted((*services, *local), key=lambda hit: hit.start)
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
        words=found,
        seen=own.seen,
        services=places(services),
        platforms=platforms,
    )


def _starts(parts: Sequence[Part], start: int) -> tuple[int, ...]:
    """Where the parts that have a number or letter begin, behind `start`."""
    return tuple(part.start - start for part in parts if _LABEL.match(part.label))


def _is_service(text: str, found: Words, hit: Hit) -> bool:
    return hit.path.startswith("service/") and not is_portfolio(text, found, hit)


def _may_have_accounts(text: str, seen: Seen) -> bool:
    """Whether any sign in a text that names no platform can tell of an account."""
    return "@" in text or "/" in text or seen.may_have_blog


def part_start(passage: Passage, at: int) -> int:
    """Where the numbered part of a place begins; 0 in front of the first."""
    number = bisect_right(passage.parts, at)
    return passage.parts[number - 1] if number else 0
