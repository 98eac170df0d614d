"""What is said again makes no second row: named twice, or read from three pages, a thing is one.

Pages and authority files may name a thing twice; queries take the first of the names. A query
that lists places, with their quotes, has those of each page.
"""

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from hemicycle.infer import infer
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.query import (
    NamedQuery,
    Rows,
    find_query,
    named_queries,
    plain,
    run_query,
    write_rows,
)
from hemicycle.store import is_merged

HERE = Path(__file__).parent
NAMING = {
    NamedNode(iri)
    for iri in (
        f"{PREFIXES['foaf']}name",
        f"{PREFIXES['foaf']}accountName",
        f"{PREFIXES['rdfs']}label",
        f"{PREFIXES['skos']}prefLabel",
        str(HC.fileName),
        str(HC.printedAddressee),
        str(HC.printedAsker),
    )
}
CASES = [
    (folder.parent.name, name, bindings)
    for folder in sorted(HERE.glob("*/parameters.json"))
    for name, bindings in json.loads(folder.read_text("utf-8")).items()
]
IDS = [f"{query}/{name}" for query, name, _ in CASES]
PAGES = ("graph/page/", "id/text/", "id/mention/")
"""What is named by a page's key, or begins with it."""


def with_second_names(quads: list[Quad]) -> list[Quad]:
    """Each thing with a second name, in words that stand behind the first."""
    return [*quads, *(_second_name(quad) for quad in quads if quad.predicate in NAMING)]


def _second_name(quad: Quad) -> Quad:
    name = quad.object
    assert isinstance(name, Literal)
    words = f"{name.value}, or so"
    other = Literal(words, language=name.language) if name.language else Literal(words)
    return Quad(quad.subject, quad.predicate, other, quad.graph_name)


def from_three_pages(quads: list[Quad]) -> list[Quad]:
    """What each page says, said by two more pages of the same question."""
    return [*quads, *(quad for key in ("b", "c") for quad in _of_other_pages(quads, key))]


def _of_other_pages(quads: list[Quad], key: str) -> Iterator[Quad]:
    for quad in quads:
        found = next(parse(_other(f"{quad} .", key), format=RdfFormat.N_QUADS))
        if found.graph_name != quad.graph_name or found.subject != quad.subject:
            yield found


def _other(line: str, key: str) -> str:
    for below in PAGES:
        prefix = Mint().base + below
        line = re.sub(f"{re.escape(prefix)}.", f"{prefix}{key}", line)
    return line


SAID_AGAIN: dict[str, Callable[[list[Quad]], list[Quad]]] = {
    "two names": with_second_names,
    "three pages": from_three_pages,
}


def inferred(quads: list[Quad]) -> Store:
    """The store of some quads, their merge, and what rules derive of it."""
    store = Store()
    store.extend(quads)
    named = {quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)}
    merged = {graph for graph in named if is_merged(graph.value, Mint())}
    store.extend(
        Quad(quad.subject, quad.predicate, quad.object)
        for quad in quads
        if quad.graph_name in merged
    )
    assert all(infer(store, Mint()))
    return store


def data_of(query: str) -> Path:
    own = HERE / query / "data.trig"
    return own if own.is_file() else HERE / "archive.trig"


@pytest.fixture(scope="module")
def stores() -> dict[Path, dict[str, Store]]:
    """Of each file of data the store as it is, and those in which something is said again."""
    made = {}
    for path in dict.fromkeys(data_of(query) for query, _, _ in CASES):
        quads = list(parse(path=path, format=RdfFormat.TRIG))
        again = {name: inferred(more(quads)) for name, more in SAID_AGAIN.items()}
        made[path] = {"once": inferred(quads), **again}
    return made


def rows_of(query: NamedQuery, store: Store, texts: Path | None, bindings: dict[str, str]) -> str:
    result = run_query(store, query, Mint(), bindings, texts=texts)
    assert isinstance(result, Rows)
    out = io.StringIO(newline="")
    write_rows(result.columns, [[plain(cell) for cell in row] for row in result.rows], out)
    return out.getvalue()


@pytest.mark.parametrize(("name", "case", "bindings"), CASES, ids=IDS)
@pytest.mark.parametrize("again", SAID_AGAIN)
def test_the_rows_are_the_same(
    again: str,
    name: str,
    case: str,
    bindings: dict[str, str],
    stores: dict[Path, dict[str, Store]],
) -> None:
    query, made = find_query(name), stores[data_of(name)]
    texts = data_of(name).parent / "texts" if again == "two names" else None
    once, more = (rows_of(query, made[said], texts, bindings) for said in ("once", again))
    if again == "three pages" and query.quote:
        lines = more.splitlines()[1:]
        assert len(lines) == 3 * len(once.splitlines()[1:])  # a place in each page
    else:
        assert more == once


def test_every_query_is_asked() -> None:
    assert {name for name, _, _ in CASES} == {query.name for query in named_queries()}
