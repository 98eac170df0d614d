"""A build to the sections of its answers: whom each speaks for, and where accounts are claimed."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.site.answer_days import answer_days, question_number
from hemicycle.site.data import SiteData
from hemicycle.site.facts import code

_KIND = "answer-section/"
_NO_DAY = "9999"


class Section(Struct, frozen=True, array_like=True, gc=False):
    """A section of an answer, by the key behind `answer-section/`, and the answer's day.

    Its name holds those of its answer and its question: 5-8906-2 is the second section of
    the first answer to 5-8906, 5-8906-2-1 the first of the second (see hemicycle.mint).
    """

    key: str
    received_on: str | None

    @property
    def thing(self) -> str:
        """What stands behind `id/`."""
        return _KIND + self.key

    @property
    def question(self) -> str:
        """The number of its question."""
        return question_number(self.key)


class FirstClaim(Struct, frozen=True, array_like=True, gc=False):
    """The first answer that gives an account to a service: mention and section, as IRIs.

    `claims` counts the places that do.
    """

    mention: str
    section: str
    claims: int


def section_of(site: SiteData, iri: str) -> Section | None:
    """The section with an IRI; None for what is none."""
    path = site.mint.path(iri) or ""
    if not path.startswith(_KIND):
        return None
    key = path.removeprefix(_KIND)
    answer = site.once(answer_days).get(key.rpartition("-")[0])
    return Section(key, None if answer is None else answer.received_on)


def spoken(site: SiteData) -> Mapping[str, tuple[Section, ...]]:
    """The sections that speak for each service, by its IRI, the latest first; made once."""
    found: dict[str, list[Section]] = {}
    for iri, service in site.pairs("hc:onBehalfOf"):
        section = section_of(site, iri)
        if section is not None:
            found.setdefault(service, []).append(section)
    return {service: _latest_first(each) for service, each in found.items()}


def _latest_first(found: list[Section]) -> tuple[Section, ...]:
    by_name = sorted(found, key=lambda section: section.key)
    return tuple(sorted(by_name, key=lambda section: section.received_on or "", reverse=True))


def first_claims(site: SiteData) -> Mapping[str, Mapping[str, FirstClaim]]:
    """For each service, by IRI, the first claim of each account that is given to it; made once."""
    found: dict[str, dict[str, FirstClaim]] = {}
    orders: dict[tuple[str, str], tuple[str, str, int]] = {}
    for mention, service, account, stance, iri in site.cells("claims"):
        if code(stance) != "claimed":
            continue
        section = section_of(site, iri)
        day = (section.received_on if section else None) or _NO_DAY
        order, key = (day, *_place(mention)), (service, account)
        claims = found.setdefault(service, {})
        first = claims.get(account)
        if first is None or order < orders[key]:
            orders[key] = order
            claims[account] = FirstClaim(mention, iri, 1 + (first.claims if first else 0))
        else:
            claims[account] = FirstClaim(first.mention, first.section, first.claims + 1)
    return found


def _place(mention: str) -> tuple[str, int]:
    """Page and start from the name of a mention: `mention/{page}-{start}-{end}-{kind}`."""
    page, start, *_ = (*mention.rpartition("/")[2].split("-"), "")
    return page, int(start) if start.isdigit() else 0
