"""A store and what it is to lose and to get, to a store of its own that has changed."""

import shutil
from pathlib import Path

from msgspec import Struct
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from hemicycle.errors import BuildError
from hemicycle.linked_files import linked_file

_AT_ONCE = 20_000
"""So many quads are put in by one transaction, which holds them in memory."""

_TABLE = ".sst"
_ENGINE_OWN = frozenset(("LOCK", "LOG"))
"""A table of RocksDB is written once; its lock and its log are those of one opened store."""


class Change(Struct, frozen=True):
    """Lines of N-Quads that a store loses and gets; those of N-Triples are the merge's."""

    lost: set[bytes]
    came: set[bytes]


def change_store(store: Store, change: Change) -> None:
    """Take lines out of a store and put others in; a graph that is left empty goes too."""
    emptied: dict[NamedNode, None] = {}
    for quad in parse(b"".join(sorted(change.lost)), RdfFormat.N_QUADS):
        store.remove(quad)
        if isinstance(quad.graph_name, NamedNode):
            emptied[quad.graph_name] = None
    came = sorted(change.came)
    for start in range(0, len(came), _AT_ONCE):
        lines = came[start : start + _AT_ONCE]
        store.extend(parse(b"".join(lines), RdfFormat.N_QUADS))
    for graph in emptied:
        if next(store.quads_for_pattern(None, None, None, graph), None) is None:
            store.remove_graph(graph)


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
