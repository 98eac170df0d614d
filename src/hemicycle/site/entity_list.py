"""A kind of things to a list of them all: names, counts and days, paged or as CSV."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from hemicycle.site.csv_page import csv_page
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.listings import LISTINGS, Counted, Listing
from hemicycle.site.naming import named
from hemicycle.site.paging import page_number, paging
from hemicycle.site.words import words_of

ON_A_PAGE = 100

PageOf = Callable[[SiteData, str, str, Mapping[str, str]], SitePage | None]
Cell = int | str | Node | None


class ListRow(Struct, frozen=True):
    """One row as a page shows it; cells that name a thing are nodes."""

    node: Node
    cells: tuple[Cell, ...]


def listing_kinds() -> dict[str, PageOf]:
    """The pages of the lists, and their CSV files, by the first word of their paths."""
    pages = {name: _page_of(listing) for name, listing in LISTINGS.items()}
    return pages | {f"{name}.csv": _csv_of(listing) for name, listing in LISTINGS.items()}


def _page_of(listing: Listing) -> PageOf:
    def page(
        site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
    ) -> SitePage | None:
        if reference:
            return None
        order = _order(listing, parameters)
        counted = _in_order(site, listing, language, order)
        pages = paging(len(counted), page_number(parameters), ON_A_PAGE)
        rows = tuple(
            _row(site, each, listing, language) for each in counted[pages.start : pages.end]
        )
        return site.render(
            "list.html",
            language,
            path=listing.name,
            title=_title(listing, language),
            listing=listing,
            rows=rows,
            paging=pages,
            order=order,
        )

    return page


def _order(listing: Listing, parameters: Mapping[str, str]) -> str | None:
    """The column that a visitor asks for, None for the list's own order."""
    wanted = parameters.get("order")
    is_known = wanted == "name" or wanted in listing.numbers
    return wanted if is_known and wanted != listing.first else None


def _in_order(
    site: SiteData, listing: Listing, language: str, order: str | None
) -> Sequence[Counted]:
    """All things of a list: by name, or by a number, the highest first."""
    counted = site.once(listing.count)
    if order is None:
        return counted
    if order != "name":
        place = listing.columns.index(order)
        return sorted(counted, key=lambda each: -int(each.cells[place] or 0))

    def name(each: Counted) -> tuple[str, str]:
        label = named(site, site.mint.thing(each.thing).value, language).label
        return label.casefold(), each.thing

    return sorted(counted, key=name)


def _title(listing: Listing, language: str) -> str:
    words = words_of(language)
    return str(getattr(words.list, listing.name))


def _row(site: SiteData, counted: Counted, listing: Listing, language: str) -> ListRow:
    node = named(site, site.mint.thing(counted.thing).value, language)
    cells: list[Cell] = []
    for name, cell in zip(listing.columns, counted.cells, strict=True):
        is_node = name in listing.things and isinstance(cell, str)
        cells.append(site.node(cell, language) if is_node and isinstance(cell, str) else cell)
    return ListRow(node, tuple(cells))


def _csv_of(listing: Listing) -> PageOf:
    def page(
        site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
    ) -> SitePage | None:
        if reference:
            return None
        counted = _in_order(site, listing, language, _order(listing, parameters))
        made = (_row(site, each, listing, language) for each in counted)
        rows = ((row.node.label, row.node.iri, *_plain(row.cells)) for row in made)
        columns = ("name", "iri", *listing.columns)
        return csv_page(listing.name, _title(listing, language), language, columns, rows)

    return page


def _plain(cells: Iterable[Cell]) -> list[str]:
    return ["" if c is None else c.label if isinstance(c, Node) else str(c) for c in cells]
