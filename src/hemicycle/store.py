"""The quads of a build to a store on disk, and back in an order that never changes.

Queries run on the default graph: the merge of the page, authority, local and
inferred graphs, each triple once (a union flag would return a triple once per
graph that holds it). Provenance and findings stand in their named graphs alone.
Oxigraph keeps numbers by value: "007" comes back as "7".
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from hemicycle.errors import BuildError, ReadError
from hemicycle.mint import Mint

STORE_FOLDER = "store"
"""Where the store stands in a build's directory."""

QUADS_FILE = "hemicycle.nq"
"""Every named graph, in a build's directory."""

CHUNK = 300_000
"""How many quads one bulk load takes: four million in one would need 1.6 GB."""

MERGED_GRAPHS = ("authority", "eurovoc", "local", "inferred")
"""The named graphs that are merged, beside every `page/…`."""


def is_merged(graph: str, mint: Mint) -> bool:
    """Whether the triples of this named graph also stand in the default graph.

    >>> is_merged("https://w3id.org/hemicycle/graph/page/0123456789abcdef", Mint())
    True
    >>> is_merged("https://w3id.org/hemicycle/graph/findings", Mint())
    False
    """
    name = graph.removeprefix(mint.graph("").value)
    return name != graph and (name in MERGED_GRAPHS or name.startswith("page/"))


def write_store(path: Path, quads: Iterable[Quad], mint: Mint) -> Store:
    """A new store at `path`, which must not be there yet, holding the quads and their merge.

    Raises BuildError when something stands at `path` or it cannot be written.
    """
    store = new_store(path)
    try:
        copies = _with_merge(quads, mint)
        while chunk := list(islice(copies, CHUNK)):
            store.bulk_extend(chunk)
        store.optimize()
        store.flush()
    except OSError as error:
        raise BuildError(f"cannot be written: {error}", file=path) from error
    return store


def new_store(path: Path) -> Store:
    """An empty store at `path`, which must not be there yet.

    Raises BuildError when something stands at `path` or it cannot be written.
    """
    if path.exists():
        raise BuildError("is already there", file=path, remedy="name a new folder")
    try:
        return Store(path)
    except OSError as error:
        raise BuildError(f"cannot be written: {error}", file=path) from error


def load_lines(store: Store, lines: Iterable[bytes], form: RdfFormat) -> None:
    """Add lines of N-Triples (to the merge) or N-Quads, some at a time."""
    waiting = iter(lines)
    while chunk := b"".join(islice(waiting, CHUNK)):
        store.bulk_load(chunk, form)


def load_files(store: Store, files: Iterable[Path]) -> None:
    """Add files of N-Quads, and of N-Triples to the merge, as if they were one."""
    load_lines(store, chain.from_iterable(map(_lines, files)), RdfFormat.N_QUADS)


def _lines(file: Path) -> Iterator[bytes]:
    with file.open("rb") as lines:
        yield from lines


def _with_merge(quads: Iterable[Quad], mint: Mint) -> Iterator[Quad]:
    merged: dict[str, bool] = {}
    for quad in quads:
        yield quad
        graph = quad.graph_name
        if not isinstance(graph, NamedNode):
            continue
        if graph.value not in merged:
            merged[graph.value] = is_merged(graph.value, mint)
        if merged[graph.value]:
            yield Quad(quad.subject, quad.predicate, quad.object)


def open_store(directory: Path, mint: Mint | None = None) -> Store:
    """The store of what `hemicycle build` wrote to `directory`, for reading alone.

    Where the folder of the store is gone (it is not kept in git) the N-Quads beside
    it are read into memory; `mint` has the base they were built with.

    Raises ReadError when there is neither, or when what there is cannot be opened.
    """
    path = directory / STORE_FOLDER
    try:
        if path.is_dir():
            return Store.read_only(str(path))
        path = directory / QUADS_FILE
        if path.is_file():
            return _memory_store(path, mint or Mint())
    except (OSError, SyntaxError) as error:
        raise ReadError(f"cannot be opened: {error}", file=path, remedy="build it again") from error
    raise ReadError(
        "holds no graph", file=directory, remedy="name a folder that hemicycle build wrote"
    )


def _memory_store(file: Path, mint: Mint) -> Store:
    store = Store()
    store.bulk_extend(_with_merge(parse(path=file, format=RdfFormat.N_QUADS), mint))
    return store


def merged_triples(store: Store) -> list[Triple]:
    """The triples of the default graph by subject, predicate and object, as N-Triples sorts.

    Subjects stand together; the order is the same whatever the order of loading.
    """
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    return sorted((quad.triple for quad in quads), key=_triple_key)


def named_quads(store: Store) -> list[Quad]:
    """The quads of all named graphs, by graph and then as `merged_triples` sorts."""
    quads = (
        quad
        for graph in store.named_graphs()
        for quad in store.quads_for_pattern(None, None, None, graph)
    )
    return sorted(quads, key=lambda quad: (str(quad.graph_name), *_triple_key(quad.triple)))


def _triple_key(triple: Triple) -> tuple[str, str, str]:
    return str(triple.subject), str(triple.predicate), str(triple.object)
