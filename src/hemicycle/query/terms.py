"""What a user types for a term to the term, and a term to what a user reads."""

import re
from datetime import date

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple
"""What stands in a triple's object, or in a cell of a result."""

_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*://|urn:", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}", re.IGNORECASE)
_DATE = NamedNode(f"{PREFIXES['xsd']}date")
_BELOW_BASE = ("id/", "doc/", "graph/")


def resolve_iri(text: str, mint: Mint) -> NamedNode:
    """The IRI a user means: full, a CURIE, or a path below the base with or without `id/`.

    Raises QueryError where no IRI can be made of it.

    >>> resolve_iri("service/spf-emploi", Mint()).value
    'https://w3id.org/hemicycle/id/service/spf-emploi'
    >>> resolve_iri("hc:askedBy", Mint()).value
    'https://w3id.org/hemicycle/ns#askedBy'
    """
    named = text.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = named.partition(":")
    if _ABSOLUTE.match(named):
        full = named
    elif colon and prefix in PREFIXES:
        full = PREFIXES[prefix] + local
    elif named.startswith(_BELOW_BASE):
        full = mint.base + named
    else:
        full = mint.thing(named).value if _is_plain(named) else ""
    try:
        return NamedNode(full)
    except ValueError as error:
        raise QueryError(
            f"{text!r} is no IRI", remedy="write one like question/5-8906 or in full"
        ) from error


def _is_plain(path: str) -> bool:
    return bool(path) and not any(sign.isspace() or sign in '<>"{}|\\^`' for sign in path)


def bind_value(kind: str, text: str, mint: Mint) -> Term:
    """The term of a parameter's value; `kind` is iri, string, integer, date or lang.

    Raises QueryError where the value is not of that kind.

    >>> bind_value("integer", "3", Mint()).value
    '3'
    """
    try:
        if kind == "iri":
            return resolve_iri(text, mint)
        if kind == "integer":
            return Literal(int(text))
        if kind == "date":
            return Literal(date.fromisoformat(text).isoformat(), datatype=_DATE)
    except ValueError as error:
        raise QueryError(f"{text!r} is no {kind}") from error
    if kind == "lang" and not _LANGUAGE.fullmatch(text):
        raise QueryError(f"{text!r} is no language tag", remedy="write one like fr or nl")
    return Literal(text)


def shorten(iri: str, mint: Mint) -> str:
    """An IRI as people read it: a path below the base, else a CURIE, else in full.

    >>> shorten("https://w3id.org/hemicycle/id/question/5-8906", Mint())
    'question/5-8906'
    >>> shorten("http://www.w3.org/2004/02/skos/core#Concept", Mint())
    'skos:Concept'
    """
    path = mint.path(iri)
    if path:
        return path
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.removeprefix(mint.base) or iri


def plain(term: Term | None) -> str:
    """A term as CSV has it: the IRI or the literal's words, nothing for what is unbound."""
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple) else term.value
