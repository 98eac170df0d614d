"""A query to the graphs it may look into, as the protocol has to be told: each by its name.

A published build may stand in a store beside graphs of other people. A query that says FROM
or GRAPH sees those of the build alone, as it does on a build of our own.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from pyoxigraph import NamedNode, QuerySolutions, Store

from hemicycle.mint import Mint
from hemicycle.remote.graphs import MERGE
from hemicycle.remote.lexer import Token, tokens
from hemicycle.remote.sparql_text import Term, term_text

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_NOTHING = "nothing"
"""The name of a graph that no build has: what a query sees that may see nothing."""

Listed = Callable[[], Iterable[str]]


class Dataset(Struct, frozen=True):
    """The default graph, which may be of several, and the graphs that GRAPH may look into."""

    default: tuple[NamedNode, ...]
    named: tuple[NamedNode, ...]


class _Said(Struct, frozen=True):
    """What a query says of graphs, as it is written: behind FROM, FROM NAMED and GRAPH."""

    default: tuple[str, ...]
    named: tuple[str, ...]
    looked_into: tuple[str, ...]
    head: str


def head_and_rest(query: str) -> tuple[str, str]:
    """A query's prologue (its BASE and PREFIX), and all that follows.

    >>> head_and_rest("PREFIX a: <urn:a> SELECT ?x {}")
    ('PREFIX a: <urn:a> ', 'SELECT ?x {}')
    """
    head: list[str] = []
    waiting = tokens(query)
    for token in waiting:
        if token.word in _FORMS:
            return "".join(head), token.text + "".join(each.text for each in waiting)
        head.append(token.text)
    return "".join(head), ""


def dataset_of(
    query: str,
    mint: Mint,
    prologue: str,
    values: Mapping[str, Term],
    all_graphs: Listed,
) -> Dataset:
    """The graphs that a query may look into, where its request names none.

    `prologue` is what stands before the query, `values` those of its parameters;
    `all_graphs` tells the graphs of the build, and is asked where GRAPH has a variable.
    """
    said = _read(query)
    resolved = _Resolver(prologue + said.head, mint)
    if said.default or said.named:
        return chosen(resolved.iris(said.default), resolved.iris(said.named), mint)
    known = {name: term_text(term) for name, term in values.items()}
    looked = [known.get(name[1:], name) for name in said.looked_into]
    if any(name[0] in "?$" for name in looked):
        named = [NamedNode(graph) for graph in all_graphs() if graph != mint.graph(MERGE).value]
        return Dataset((mint.graph(MERGE),), tuple(named))
    if not looked:
        return Dataset((mint.graph(MERGE),), ())
    return chosen((mint.graph(MERGE).value,), resolved.iris(looked), mint)


def chosen(default: Iterable[str], named: Iterable[str], mint: Mint) -> Dataset:
    """The data set of these graphs, without those that are none of the build's.

    Both are never empty: Virtuoso 7.2 lets GRAPH look into everything where none is named.
    """
    nothing = (mint.graph(_NOTHING),)
    defaults = tuple(map(NamedNode, own_graphs(default, mint)))
    names = tuple(map(NamedNode, own_graphs(named, mint)))
    return Dataset(defaults or nothing, names or nothing)


def own_graphs(names: Iterable[str], mint: Mint) -> list[str]:
    """Those of some graphs that stand below the base, each once, sorted."""
    space = mint.graph("").value
    return sorted({name for name in names if name.startswith(space) and name != space})


def _read(query: str) -> _Said:
    head, rest = head_and_rest(query)
    found: dict[str, list[str]] = {"FROM": [], "NAMED": [], "GRAPH": []}
    before = ""
    for token in _solid(tokens(rest)):
        if before in found and token.word != "NAMED":
            found[before].append(token.text)
        before = token.word
    return _Said(tuple(found["FROM"]), tuple(found["NAMED"]), tuple(found["GRAPH"]), head)


def _solid(found: Iterable[Token]) -> Iterator[Token]:
    return (token for token in found if not token.is_blank)


class _Resolver:
    """Names as a query writes them, to IRIs: the library's own parser resolves them."""

    def __init__(self, prologue: str, mint: Mint) -> None:
        self._prologue = prologue
        self._base = mint.base

    def iris(self, names: Sequence[str]) -> Collection[str]:
        """The IRIs of some names, prefixed, relative or in full."""
        if not names:
            return ()
        text = f"{self._prologue}SELECT ?graph {{ VALUES ?graph {{ {' '.join(names)} }} }}"
        found = Store().query(text, base_iri=self._base)
        assert isinstance(found, QuerySolutions)  # it is a SELECT
        return {row["graph"].value for row in found if isinstance(row["graph"], NamedNode)}
