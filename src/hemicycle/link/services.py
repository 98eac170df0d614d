"""The texts of a page to the services and platforms they name."""

import re
from collections.abc import Iterator, Sequence

from hemicycle.link.found import Found
from hemicycle.link.labels import HEADS
from hemicycle.link.passages import Passage
from hemicycle.links import Finding, Mention

_CAPITALISED = r"[A-ZÀ-Þ][\w&’'-]{1,40}"
_CONNECTED = r"(?:et|en|de|du|des|la|van|voor|het|der|&)"
_UNKNOWN = re.compile(
    rf"(?:SPF|SPP|FOD|POD)\)?[ \u00a0]{_CAPITALISED}"
    rf"(?:,?[ \u00a0](?:{_CONNECTED}[ \u00a0]){{0,3}}(?:[ldLD][’'])?{_CAPITALISED}){{0,8}}"
)


def link_services(passages: Sequence[Passage]) -> Found:
    """Every place where a passage names a known service or platform.

    « SPF … » with a name that no authority file has is a finding, once a page.
    """
    mentions = [mention for passage in passages for mention in _mentions(passage)]
    unknown: dict[str, Finding] = {}
    for passage in passages:
        for finding in _unknown(passage):
            unknown.setdefault(finding.words, finding)
    return Found(mentions=tuple(mentions), findings=tuple(unknown.values()))


def _mentions(passage: Passage) -> Iterator[Mention]:
    for kind, hits in (("service", passage.services.hits), ("platform", passage.platforms.hits)):
        for hit in hits:
            yield Mention(
                kind=kind,
                body=hit.path,
                start=passage.start + hit.start,
                end=passage.start + hit.end,
                exact=passage.text[hit.start : hit.end],
                rule="name",
                basis="printed",
                stance=passage.stance,
                within=passage.within,
            )


def _unknown(passage: Passage) -> Iterator[Finding]:
    for word in passage.openers:
        if passage.words.words[word] not in HEADS:
            continue
        found = _UNKNOWN.match(passage.text, passage.words.start(word))
        if found is not None and not passage.platforms.between(found.start(), found.end()):
            yield Finding(
                kind="unknown-service",
                about=None,
                words=found.group(),
                start=passage.start + found.start(),
                end=passage.start + found.end(),
            )
