"""An address to a published build: a store for queries, or a copy of it for exports."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from hemicycle.errors import EndpointError
from hemicycle.mint import Mint
from hemicycle.remote.address import addresses
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.graphs import MERGE, is_of_build
from hemicycle.remote.patience import Patience
from hemicycle.remote.published import find_mint, read_published, read_version
from hemicycle.remote.reading import read_graphs
from hemicycle.remote.store import RemoteStore
from hemicycle.remote.texts import PublishedTexts
from hemicycle.store import CHUNK, new_store

Target = NamedNode | DefaultGraph


class OpenEndpoint(Struct, frozen=True):
    """What a command that reads needs of a published build; `version` tells its states apart."""

    store: RemoteStore
    mint: Mint
    texts: PublishedTexts
    version: str

    def seen(self) -> str | None:
        """The version that is published now, None while there is no whole one."""
        return read_version(self.store.endpoint, self.mint)

    def confirm(self) -> None:
        """Raise EndpointError where what is published is no more what was opened.

        What was read before is sound then: publishing takes a graph out of the catalogue
        before it changes the first byte of it.
        """
        if self.seen() != self.version:
            raise EndpointError(
                "is published anew", file=self.store.endpoint.name, remedy="ask again in a while"
            )


def open_endpoint(
    url: str, base: str | None = None, patience: Patience | None = None
) -> OpenEndpoint:
    """A build that `hemicycle publish` sent to a SPARQL store, by the address of its queries.

    `base` chooses between several. Raises EndpointError where there is none, or none whole.
    """
    endpoint = Endpoint(addresses(url), patience)
    mint = find_mint(endpoint, base)
    version = read_version(endpoint, mint) or ""
    texts = PublishedTexts(endpoint, mint)
    return OpenEndpoint(RemoteStore(endpoint, mint), mint, texts, version)


@contextmanager
def copied(opened: OpenEndpoint, *, with_named_graphs: bool) -> Iterator[Store]:
    """A store of our own, as long as it is needed, with the merge and, if asked, all graphs.

    Raises EndpointError where what came is not what the catalogue says was published.
    """
    endpoint, mint = opened.store.endpoint, opened.mint
    merge = mint.graph(MERGE).value
    known = read_published(endpoint, mint)
    wanted = {merge: known[merge]}
    if with_named_graphs:
        named = {graph: found for graph, found in known.items() if is_of_build(graph, mint)}
        wanted = {**named, **wanted}
    with TemporaryDirectory(prefix="hemicycle-") as folder:
        store = new_store(Path(folder) / "store")
        sizes = {graph: found.triples for graph, found in wanted.items()}
        _load(store, _quads(read_graphs(endpoint, sizes, mint), merge))
        for graph, size in sizes.items():
            _check(store, _target(graph, merge), size, endpoint)
        yield store


def _target(graph: str, merge: str) -> Target:
    return DefaultGraph() if graph == merge else NamedNode(graph)


def _quads(graphs: Iterable[tuple[str, Iterable[Triple]]], merge: str) -> Iterator[Quad]:
    for graph, triples in graphs:
        target = _target(graph, merge)
        for one in triples:
            yield Quad(one.subject, one.predicate, one.object, target)


def _load(store: Store, quads: Iterator[Quad]) -> None:
    """Many graphs in one load: each load takes the library some 50 ms, however small it is."""
    while chunk := list(islice(quads, CHUNK)):
        store.bulk_extend(chunk)


def _check(store: Store, target: Target, size: int, endpoint: Endpoint) -> None:
    came = sum(1 for _ in store.quads_for_pattern(None, None, None, target))
    if came != size:
        raise EndpointError(
            f"gives {came} triples of {target}, of which {size} were published",
            file=endpoint.name,
            remedy="publish again, and let nobody change it meanwhile",
        )
