"""The headings of an answer's sections to the services they name."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.found import Found
from hemicycle.link.labelled import languages_of
from hemicycle.link.mentions import finding_at, mentions_of
from hemicycle.link.named_places import find
from hemicycle.link.sheets import cut, read_sheet
from hemicycle.links import LocalNode
from hemicycle.mint import section_path, slug
from hemicycle.records import Record


class HeadingLinks(Struct, frozen=True):
    """The service of each section that a heading gives one, by the section's path."""

    services: dict[str, str]
    found: tuple[Found, ...]


class _Heading(Struct, frozen=True):
    section: str
    key: str
    language: str
    label: str
    on: date | None


def link_headings(record: Record, page: str, question: str, authority: Authority) -> HeadingLinks:
    """The services of all headings; one that no authority file knows becomes a local service.

    Where a section's headings in two languages name two services, the first
    that an authority file knows is the section's.
    """
    services: dict[str, str] = {}
    found = []
    local: dict[str, str] = {}
    for heading in _headings(record, question):
        path = _known(heading.label, heading.language, authority.era(heading.on), authority)
        if path is not None:
            services.setdefault(heading.section, path)
        else:
            path = f"service/{heading.language}-{slug(heading.label)}"
            local.setdefault(heading.section, path)
            found.append(_unknown(record, heading, path))
        mentions = mentions_of(record, page, heading.key, "service-heading", path, "heading")
        found.append(Found(mentions=tuple(mentions)))
    return HeadingLinks({**local, **services}, tuple(found))


def _headings(record: Record, question: str) -> Iterator[_Heading]:
    for number, answer in enumerate(record.answers, 1):
        for ordinal, section in enumerate(answer.sections, 1):
            path = section_path(question, number, ordinal)
            key = f"answers/{number - 1}/sections/{ordinal - 1}/service_label"
            on = answer.received_on or record.asked_on
            for language in languages_of(section.service_label):
                label = section.service_label[language]
                yield _Heading(path, f"{key}/{language}", language, label, on)


@lru_cache(maxsize=1024)
def _known(label: str, language: str, on: date | None, authority: Authority) -> str | None:
    """The one service that a heading names."""
    sheet = read_sheet(label, authority.sought)
    own = cut(sheet, 0, len(label), authority.sought)
    names = find(label, own.words, own.seen.openers, authority.names, on, language)
    paths = {hit.path for hit in names.hits if hit.path.startswith("service/")}
    return paths.pop() if len(paths) == 1 else None


def _unknown(record: Record, heading: _Heading, path: str) -> Found:
    finding = finding_at(
        record, heading.key, kind="unknown-service", about=path, words=heading.label
    )
    node = LocalNode(path, ((heading.language, heading.label),))
    return Found(local_nodes=(node,), findings=(finding,))
