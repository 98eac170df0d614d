"""A question to where it comes from: the pages read, and the Senate's own page about it."""

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hemicycle.site.data import SiteData
from hemicycle.site.facts import code, own_quads, term

_SENATE = "https://www.senate.be/www/?MIval=Vragen/SchriftelijkeVraag"
_LANGUAGES = {"fr": "fr", "nl": "nl", "en": "nl"}


class Source(Struct, frozen=True):
    """One page as it was read: its file, its form, its hash, where and when it was fetched."""

    key: str
    file: str | None
    layout: str | None
    languages: tuple[str, ...]
    encoding: str | None
    sha256: str | None
    retrieved_at: str | None
    address: str | None
    unread_lines: int | None


def source(site: SiteData, key: str) -> Source:
    """What provenance says of the page with this key."""
    said: dict[str, list[NamedNode | Literal]] = {}
    for quad in own_quads(site, site.mint.thing(f"text/{key}")):
        if isinstance(quad.object, NamedNode | Literal):
            said.setdefault(quad.predicate.value, []).append(quad.object)

    def first(curie: str) -> str | None:
        return next((each.value for each in said.get(term(curie).value, [])), None)

    unread = first("hc:unreadLines")
    languages = (code(each.value) or "" for each in said.get(term("dcterms:language").value, []))
    return Source(
        key=key,
        file=first("hc:fileName"),
        layout=first("hc:layout"),
        languages=tuple(languages),
        encoding=first("hc:encoding"),
        sha256=first("hc:sha256"),
        retrieved_at=first("hc:retrievedAt"),
        address=first("dcterms:source"),
        unread_lines=None if unread is None else int(unread),
    )


def senate_address(question: str, language: str) -> str | None:
    """Where the Senate shows a written question; None where its number is none of the site's.

    The site begins with legislature 4; older questions stand in bulletins.

    >>> senate_address("5-8906", "fr")
    'https://www.senate.be/www/?MIval=Vragen/SchriftelijkeVraag&LEG=5&NR=8906&LANG=fr'
    """
    legislature, _, number = question.partition("-")
    if not (legislature.isdigit() and number.isdigit() and int(legislature) >= 4):
        return None
    return f"{_SENATE}&LEG={legislature}&NR={number}&LANG={_LANGUAGES[language]}"
