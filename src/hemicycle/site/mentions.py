"""A page's key to the places in its text that name something."""

from msgspec import Struct

from hemicycle.site.data import SiteData
from hemicycle.site.facts import code


class Mention(Struct, frozen=True):
    """One place, [start, end) of the page's text in code points; `body` is what it names."""

    kind: str
    body: str
    key: str
    start: int
    end: int
    exact: str
    rule: str | None
    basis: str | None
    stance: str | None

    @property
    def place(self) -> str:
        """The name of the place on the page about the text."""
        return f"c{self.start}-{self.end}"


def page_mentions(site: SiteData, key: str) -> tuple[Mention, ...]:
    """Every mention of a page in reading order, the longer first."""
    rows = site.rows("page-mentions", text=site.mint.thing(f"text/{key}"))
    found = (
        Mention(
            kind=row.text("kind") or "",
            body=row.text("body") or "",
            key=key,
            start=row.number("start") or 0,
            end=row.number("end") or 0,
            exact=row.text("exact") or "",
            rule=row.text("rule"),
            basis=code(row.text("basis")),
            stance=code(row.text("stance")),
        )
        for row in rows
    )
    return tuple(sorted(found, key=_reading_order))


def _reading_order(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, -mention.end, mention.kind, mention.body
