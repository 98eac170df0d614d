"""A store and what it is to lose and to get, to a store of its own that has changed."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from hemicycle.errors import BuildError
from hemicycle.linked_files import linked_file
from hemicycle.runs import together

_AT_ONCE = 20_000
"""So many lines are in memory, and so many quads in one transaction, which holds them there."""

_WRITTEN = 10
"""After so many times the store writes its memory, which would grow to a gigabyte, to the disk."""

_TABLE = ".sst"
_ENGINE_OWN = frozenset(("LOCK", "LOG"))
"""A table of RocksDB is written once; its lock and its log are those of one opened store."""


class Lines(Struct, frozen=True):
    """Lines in memory, and behind them those of files; they may be gone through many times."""

    known: tuple[bytes, ...] = ()
    files: tuple[Path, ...] = ()

    def __iter__(self) -> Iterator[bytes]:
        yield from self.known
        for file in self.files:
            with file.open("rb") as lines:
                yield from lines


class Change(Struct, frozen=True):
    """Lines of N-Quads that a store loses and gets; those of N-Triples are the merge's."""

    lost: Lines
    came: Lines


def change_store(store: Store, change: Change) -> None:
    """Take lines out of a store, then put others in; a graph that is left empty goes too."""
    emptied: dict[NamedNode, None] = {}
    for quads in _pieces(change.lost, store):
        for quad in quads:
            store.remove(quad)
            if isinstance(quad.graph_name, NamedNode):
                emptied[quad.graph_name] = None
    for quads in _pieces(change.came, store):
        store.extend(quads)
    for graph in emptied:
        if next(store.quads_for_pattern(None, None, None, graph), None) is None:
            store.remove_graph(graph)


def _pieces(lines: Iterable[bytes], store: Store) -> Iterator[Iterator[Quad]]:
    """Lines as quads, some at a time; what the store holds in memory meanwhile is written."""
    for number, some in enumerate(together(lines, _AT_ONCE), start=1):
        yield parse(b"".join(some), RdfFormat.N_QUADS)
        if number % _WRITTEN == 0:
            store.flush()


def copy_store(old: Path, new: Path) -> Store:
    """A store at `new`, which must not be there yet, with what the one at `old` holds.

    Tables that are never written to again are not copied but linked, so that neither
    store sees what becomes of the other. Raises BuildError where that cannot be done.
    """
    try:
        new.mkdir()
        for file in sorted(old.iterdir()):
            if file.suffix == _TABLE:
                linked_file(file, new / file.name)
            elif file.name not in _ENGINE_OWN:
                shutil.copyfile(file, new / file.name)
        return Store(new)
    except OSError as error:
        raise BuildError(f"cannot be written: {error}", file=new) from error
