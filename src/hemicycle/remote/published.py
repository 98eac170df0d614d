"""The catalogue that publishing keeps in the store itself: graph/published.

One node a graph that was published whole: its size and its checksum, in the words of
VoID and SPDX, which graphs/catalog.ttl uses of files. A graph that is being written has
no node; so what a killed run left half done is known by that.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Triple

from hemicycle.errors import EndpointError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query import internal_query
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.fingerprint import Fingerprint
from hemicycle.remote.graphs import MERGE, PUBLISHED
from hemicycle.remote.sparql_text import Term, prologue
from hemicycle.remote.substitute import substituted

_MARKS = (MERGE, "provenance", "findings")
"""The graphs whose checksums tell one state of a published build from the next."""

_SPDX = "http://spdx.org/rdf/terms#"
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_DATASET = NamedNode(f"{PREFIXES['void']}Dataset")
_TRIPLES = NamedNode(f"{PREFIXES['void']}triples")
_SPACE = NamedNode(f"{PREFIXES['void']}uriSpace")
_CHECKSUM = NamedNode(f"{_SPDX}checksum")
_CHECKSUM_CLASS = NamedNode(f"{_SPDX}Checksum")
_ALGORITHM = NamedNode(f"{_SPDX}algorithm")
_SHA256 = NamedNode(f"{_SPDX}checksumAlgorithm_sha256")
_VALUE = NamedNode(f"{_SPDX}checksumValue")
_HEX = NamedNode(f"{PREFIXES['xsd']}hexBinary")

Fingerprints = dict[str, Fingerprint]
"""The fingerprint of each graph, by its IRI."""


Values = Mapping[str, Term | Sequence[Term]]
"""A value, or several, for each parameter of a query."""


def head_triples(mint: Mint) -> Iterator[Triple]:
    """What the catalogue says of the whole: what its things' IRIs begin with."""
    dataset = mint.thing("dataset/hemicycle")
    yield Triple(dataset, _TYPE, _DATASET)
    yield Triple(dataset, _SPACE, Literal(mint.thing("").value))


def entry_triples(graph: str, known: Fingerprint, mint: Mint) -> Iterator[Triple]:
    """What the catalogue says of a graph that was published whole."""
    node = NamedNode(graph)
    checksum = mint.thing(f"checksum/{known.sha256}")
    yield Triple(node, _TYPE, _DATASET)
    yield Triple(node, _TRIPLES, Literal(known.triples))
    yield Triple(node, _CHECKSUM, checksum)
    yield Triple(checksum, _TYPE, _CHECKSUM_CLASS)
    yield Triple(checksum, _ALGORITHM, _SHA256)
    yield Triple(checksum, _VALUE, Literal(known.sha256, datatype=_HEX))


def read_published(endpoint: Endpoint, mint: Mint) -> Fingerprints:
    """The graphs that were published whole, as the store's catalogue has them."""
    catalogue = (mint.graph(PUBLISHED),)
    return {
        graph: Fingerprint(_number(row), _text(row, "sha256").lower())
        for graph, row in _all_rows(endpoint, "entries", mint, catalogue)
    }


def graph_sizes(endpoint: Endpoint, mint: Mint) -> dict[str, int]:
    """The named graphs that are there, whole or not, and how many triples each has."""
    return {graph: _number(row) for graph, row in _all_rows(endpoint, "sizes", mint)}


def read_version(endpoint: Endpoint, mint: Mint) -> str | None:
    """What tells one state of a published build from the next; None while it is no whole one."""
    values = {"graph": [mint.graph(name) for name in _MARKS]}
    catalogue = (mint.graph(PUBLISHED),)
    rows = solutions(endpoint, "versions", mint, catalogue, values=values)
    found = {_text(row, "graph"): _text(row, "sha256").lower() for row in rows}
    if mint.graph(MERGE).value not in found:
        return None
    return sha256(
        "\n".join(f"{graph} {found[graph]}" for graph in sorted(found)).encode()
    ).hexdigest()


def find_mint(endpoint: Endpoint, base: str | None = None) -> Mint:
    """The base of the build that was published, and that its merge is there, whole.

    Raises EndpointError where nothing was published, where several builds were and `base`
    does not choose, and where publishing is under way or was broken off.
    """
    rows = solutions(endpoint, "bases", Mint())
    spaces = [(_text(row, "graph"), _text(row, "space").removesuffix("id/")) for row in rows]
    found = sorted({base for graph, base in spaces if graph == Mint(base).graph(PUBLISHED).value})
    if base is not None or len(found) > 1:
        found = [other for other in found if other == (base or Mint().base)]
    if not found:
        raise EndpointError(
            "holds no published graph", file=endpoint.name, remedy="hemicycle publish sends one"
        )
    mint = Mint(found[0])
    merge = {"graph": mint.graph(MERGE)}
    if not list(solutions(endpoint, "whole", mint, (mint.graph(PUBLISHED),), values=merge)):
        raise EndpointError(
            "its graph/all is not whole: publishing is under way, or was broken off",
            file=endpoint.name,
            remedy="wait, or publish again",
        )
    return mint


def solutions(
    endpoint: Endpoint,
    name: str,
    mint: Mint,
    default: Sequence[NamedNode] = (),
    named: Sequence[NamedNode] = (),
    values: Values | None = None,
) -> QuerySolutions:
    """The rows of a query of queries/internal/published."""
    found = endpoint.rows(published_query(name, mint, values), default, named)
    if not isinstance(found, QuerySolutions):
        raise EndpointError("answers a SELECT with yes or no", file=endpoint.name)
    return found


def published_query(name: str, mint: Mint, values: Values | None = None) -> str:
    """The text of a query of queries/internal/published, with values for its parameters."""
    text = internal_query(f"internal/published/{name}").text
    return prologue(mint.base, PREFIXES) + substituted(text, values or {})


def _all_rows(
    endpoint: Endpoint, name: str, mint: Mint, default: Sequence[NamedNode] = ()
) -> Iterator[tuple[str, QuerySolution]]:
    """Row after row by its graph, page after page until one is empty: servers cut results."""
    values = {"base": Literal(mint.graph("").value)} if name == "sizes" else {}
    last = ""
    while True:
        rows = list(
            solutions(endpoint, name, mint, default, values={**values, "after": Literal(last)})
        )
        for row in rows:
            last = _text(row, "graph")
            yield last, row
        if not rows:
            return


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal)  # the query's patterns bind it
    return term.value


def _number(row: QuerySolution) -> int:
    return int(_text(row, "triples"))
