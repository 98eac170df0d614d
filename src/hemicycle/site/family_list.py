"""The families of a build to a page of them, or to all of them as CSV."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from hemicycle.site.csv_page import csv_page
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.facts import subjects, text_in
from hemicycle.site.paging import page_number, paging
from hemicycle.site.words import words_of

ON_A_PAGE = 50
_COLUMNS = ("family", "iri", "members", "read", "answered", "answer_spread")


class FamilyLine(Struct, frozen=True):
    """One family by its number, with its counts; `spread` in days."""

    number: str
    members: int
    read: int
    answered: int
    spread: int | None

    @property
    def missing(self) -> int:
        """How many of those read have no answer."""
        return self.read - self.answered


class FamilyRow(Struct, frozen=True):
    """One family in the list, with a title of one of its questions."""

    node: Node
    line: FamilyLine
    title: str | None
    title_language: str | None


ORDERS: Mapping[str, Callable[[FamilyLine], int]] = {
    "members": lambda line: -line.members,
    "missing": lambda line: -line.missing,
    "spread": lambda line: -(line.spread or 0),
}


def family_lines(site: SiteData) -> tuple[FamilyLine, ...]:
    """Every family of a build, the latest first; use `site.once(family_lines)`."""
    found = {}
    for family, members, read, answered, spread in site.cells("family-counts"):
        kind, _, number = (site.mint.path(family) or "").partition("/")
        if kind != "family":
            continue
        found[number] = FamilyLine(
            number=number,
            members=int(members or 0),
            read=int(read or 0),
            answered=int(answered or 0),
            spread=int(spread) if spread else None,
        )
    return tuple(sorted(found.values(), key=_latest_first))


def _latest_first(line: FamilyLine) -> tuple[int, int, str]:
    legislature, _, serial = line.number.partition("-")
    is_number = legislature.isdigit() and serial.isdigit()
    return (-int(legislature), -int(serial), "") if is_number else (0, 0, line.number)


def families_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The list of families: the largest first, or by the parameter `order`."""
    if reference:
        return None
    order = parameters.get("order", "members")
    order = order if order in ORDERS else "members"
    lines = sorted(site.once(family_lines), key=ORDERS[order])
    pages = paging(len(lines), page_number(parameters), ON_A_PAGE)
    rows = tuple(family_row(site, line, language) for line in lines[pages.start : pages.end])
    return site.render(
        "families.html",
        language,
        path="families",
        title=words_of(language).nav.families,
        rows=rows,
        paging=pages,
        order=order,
        orders=tuple(ORDERS),
    )


def families_csv(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """All families as CSV, the latest first."""
    if reference:
        return None
    rows = (
        (
            line.number,
            site.mint.thing(f"family/{line.number}").value,
            *(line.members, line.read, line.answered),
            "" if line.spread is None else line.spread,
        )
        for line in site.once(family_lines)
    )
    return csv_page("families", words_of(language).nav.families, language, _COLUMNS, rows)


def family_row(site: SiteData, line: FamilyLine, language: str) -> FamilyRow:
    """A family with the title of the first of its questions that was read."""
    thing = site.mint.thing(f"family/{line.number}")
    title = None
    for member in subjects(site, "hc:memberOf", thing):
        title = text_in(site, member, "dcterms:title", language)
        if title is not None:
            break
    return FamilyRow(
        node=site.node(thing.value, language),
        line=line,
        title=None if title is None else title.value,
        title_language=None if title is None else title.language,
    )
