"""The named queries to examples that run as they stand: prefixes and values written into them."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query import NamedQuery, Parameter, named_queries, shorten
from hemicycle.query.terms import bind_value
from hemicycle.site.data import SiteData
from hemicycle.site.facts import objects, subjects, term

_LOOKED_AT = 500
"""How many things are looked at for one that makes a good example."""

_TELLING = ("hc:alsoAskedAs", "hc:event")

_NAME = re.compile(r"(?<![\w?$:<-])([a-z][a-z-]*):[A-Za-z]")
_RELATIVE = re.compile(r"<(?![a-z]+:)[a-z/#-]")


class Example(Struct, frozen=True):
    """A named query as the page offers it: `text` runs as it is."""

    name: str
    title: str
    description: str
    text: str


def examples(site: SiteData, language: str) -> tuple[Example, ...]:
    """All named queries, with values that this graph knows."""
    return tuple(
        Example(
            query.name,
            query.title[language],
            query.description[language],
            _bound(query, site, language),
        )
        for query in site.once(_queries)
    )


def _queries(site: SiteData) -> tuple[NamedQuery, ...]:
    return named_queries()


def _bound(query: NamedQuery, site: SiteData, language: str) -> str:
    """A query with prefixes and values in it, so that it runs anywhere as it stands.

    A parameter without a value stays open: any will do.
    """
    text = "\n".join(line for line in query.text.splitlines() if not line.startswith("#"))
    for parameter in query.parameters:
        value = _value(parameter, site, language)
        if value is not None:
            shown = str(bind_value(parameter.kind, value, site.mint))
            text = _with_value(text, parameter.name, shown)
    return "\n".join([*_head(text, site.mint), text.strip(), ""])


def _with_value(text: str, name: str, value: str) -> str:
    """A query with a value for a variable: where it is open, else in every SELECT of it."""
    given = f"VALUES ?{name} {{ {value} }}"
    open_values = f"VALUES ?{name} {{ UNDEF }}"
    if open_values in text:
        return text.replace(open_values, given)
    select = re.compile(rf"(SELECT\b[^{{}}]*\?{name}\b[^{{}}]*WHERE\s*\{{)")
    return select.sub(lambda found: f"{found[1]} {given}", text)


def _value(parameter: Parameter, site: SiteData, language: str) -> str | None:
    """What a parameter is given: its default, or a thing like it that this graph knows."""
    if parameter.kind == "lang":
        return language
    value = parameter.default
    if parameter.kind != "iri" or value == "":
        return value if value or parameter.kind == "string" else None
    if value is not None and site.is_known(value):
        return value
    return site.once(_THINGS[parameter.name]) if parameter.name in _THINGS else value


def _widest_family(site: SiteData) -> str | None:
    """Of some families the one that most pages were read of."""
    return _first(site, "hc:QuestionFamily", lambda family: -_read(site, family))


def _first_question(site: SiteData) -> str | None:
    """Of some questions the one with most ties and events."""
    return _first(
        site,
        "hc:WrittenQuestion",
        lambda each: -sum(len(objects(site, each, curie)) for curie in _TELLING),
    )


def _first_concept(site: SiteData) -> str | None:
    """A keyword."""
    return _first(site, "skos:Concept", lambda _: 0)


_THINGS: Mapping[str, Callable[[SiteData], str | None]] = MappingProxyType(
    {"family": _widest_family, "question": _first_question, "concept": _first_concept}
)


def _first(site: SiteData, curie: str, rank: Callable[[NamedNode], int]) -> str | None:
    """Of the first things of a class the one that ranks lowest."""
    some = subjects(site, "rdf:type", term(curie))[:_LOOKED_AT]
    best = min(some, key=lambda each: (rank(each), each.value), default=None)
    return None if best is None else shorten(best.value, site.mint)


def _read(site: SiteData, family: NamedNode) -> int:
    return max((int(each.value) for each in objects(site, family, "hc:readCount")), default=0)


def _head(text: str, mint: Mint) -> Iterator[str]:
    """The BASE and the PREFIX lines that a query needs."""
    if _RELATIVE.search(text):
        yield f"BASE <{mint.base}>"
    used = set(_NAME.findall(text))
    yield from (f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in used)
