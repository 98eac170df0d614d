"""Query files to named queries: what the comments at their head say, and their text.

    # title: Days to an answer
    # title-fr: …                                   and -nl
    # description: …                                and -fr, -nl
    # parameter: number | string | a question's number | 5-8906
    # columns: question days                        what is shown, in this order; else all
    # quote: source start end                       fills a column `quote` from the page's text
    # most: 1000                            how many rows it gives at the most; else all
    # explains: hc:status hc:endedOn        properties whose inferred values it gives grounds for

A parameter's kind is iri, string, integer, date or lang; its fourth field is the
default. Without a fourth field a value must be given; an empty default leaves the
variable unbound, so the query ranges over all, and so does an empty value where a fifth
field says `open`. A parameter must be among the variables that SELECT names, and one that
only a FILTER reads needs `VALUES ?name { UNDEF }` where it is read: Oxigraph 0.5 takes
values for such variables alone.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from hemicycle.assets import asset
from hemicycle.errors import QueryError, ReadError

QUERIES_FOLDER = "queries"
LANGUAGES = ("en", "fr", "nl")
_KINDS = ("iri", "string", "integer", "date", "lang")


class Parameter(Struct, frozen=True):
    """One value a query takes; `default` is None where it must be given.

    `is_open` tells whether it may be given as empty: the query then ranges over all.
    """

    name: str
    kind: str
    description: str
    default: str | None
    is_open: bool = False


class NamedQuery(Struct, frozen=True, kw_only=True):
    """One SPARQL query with what its head says; `name` is the file's stem.

    `title` and `description` are by language, English without suffix. `columns`
    is empty where all are shown. `quote` names the variables of a page's IRI and
    of two offsets in its text. `most` is the number of rows after which it stops, None
    where it gives all. `explains` are properties, as CURIEs.
    """

    name: str
    title: dict[str, str]
    description: dict[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    quote: tuple[str, str, str] | None
    most: int | None = None
    explains: tuple[str, ...] = ()
    text: str


def named_queries(folder: str = "") -> tuple[NamedQuery, ...]:
    """The queries that come with Hemicycle, by name; `folder` is one below `queries`."""
    files = sorted((asset(QUERIES_FOLDER) / folder).glob("*.rq"))
    return tuple(read_query(file) for file in files)


def find_query(wanted: str) -> NamedQuery:
    """The query of this name, in this file (*.rq), or the one that the text itself is.

    Raises QueryError for a name that no query has, ReadError for a file that
    cannot be read.
    """
    file = asset(QUERIES_FOLDER) / f"{wanted}.rq"
    if wanted.replace("-", "").isalnum():
        if file.is_file():
            return read_query(file)
        raise _unknown(wanted)
    if wanted.endswith(".rq"):
        return read_query(Path(wanted))
    return parse_query("query", wanted)


def internal_query(name: str) -> NamedQuery:
    """A query of Hemicycle's own by its path below `queries`: `internal/why`."""
    return read_query(asset(QUERIES_FOLDER) / f"{name}.rq")


def read_query(file: Path) -> NamedQuery:
    """The query of one file; raises ReadError, or QueryError where its head is wrong."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"cannot be read: {error}", file=file) from error
    try:
        return parse_query(file.stem, text)
    except QueryError as error:
        raise QueryError(error.problem, file=file, remedy=error.remedy) from error


def parse_query(name: str, text: str) -> NamedQuery:
    r"""The query a text is, under this name.

    >>> parse_query("all", "# title: All\nSELECT * { ?s ?p ?o }").title
    {'en': 'All'}
    """
    head = list(_head(text))
    quotes = [tuple(value.split()) for key, value in head if key == "quote"]
    return NamedQuery(
        name=name,
        title=_by_language(head, "title"),
        description=_by_language(head, "description"),
        parameters=tuple(_parameter(value) for key, value in head if key == "parameter"),
        columns=_words(head, "columns"),
        quote=_quote(quotes[0]) if quotes else None,
        most=_most(head),
        explains=_words(head, "explains"),
        text=text,
    )


def _head(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        key, colon, value = line.removeprefix("#").partition(":")
        if colon:
            yield key.strip(), value.strip()


def _words(head: list[tuple[str, str]], field: str) -> tuple[str, ...]:
    return tuple(word for key, value in head if key == field for word in value.split())


def _by_language(head: list[tuple[str, str]], field: str) -> dict[str, str]:
    keys = {(field if tag == "en" else f"{field}-{tag}"): tag for tag in LANGUAGES}
    return {keys[key]: value for key, value in head if key in keys}


def _parameter(value: str) -> Parameter:
    name, *fields = (field.strip() for field in value.split("|"))
    if len(fields) not in (2, 3, 4) or fields[0] not in _KINDS or fields[3:] not in ([], ["open"]):
        raise QueryError(
            f"its parameter {value!r} is not described",
            remedy=f"write name | {', '.join(_KINDS)} | description | default | open",
        )
    kind, description = fields[:2]
    default = fields[2] if len(fields) > 2 else None
    return Parameter(name, kind, description, default, default == "" or len(fields) == 4)


def _quote(names: tuple[str, ...]) -> tuple[str, str, str]:
    if len(names) != 3:
        raise QueryError("its quote is not described", remedy="write # quote: source start end")
    return names[0], names[1], names[2]


def _most(head: list[tuple[str, str]]) -> int | None:
    for key, value in head:
        if key == "most":
            if not value.isdecimal():
                raise QueryError(f"its most, {value!r}, is no number", remedy="write # most: 1000")
            return int(value)
    return None


def _unknown(name: str) -> QueryError:
    names = [file.stem for file in sorted(asset(QUERIES_FOLDER).glob("*.rq"))]
    near = get_close_matches(name, names, n=3, cutoff=0.4) or names
    return QueryError(f"no query is called {name!r}", remedy=f"there is {', '.join(near)}")
