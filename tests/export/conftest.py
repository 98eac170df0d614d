"""What every export is tested with: the store of data.trig, and stores of made-up triples."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store, Triple, parse

from hemicycle.export import Request
from hemicycle.mint import Mint
from hemicycle.store import write_store

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def quads() -> frozenset[Quad]:
    """The quads of data.trig."""
    return frozenset(parse(path=HERE / "data.trig"))


@pytest.fixture(scope="session")
def merge(quads: frozenset[Quad]) -> frozenset[Triple]:
    """The triples of its page, authority, local and inferred graphs."""
    beside = {Mint().graph("provenance"), Mint().graph("findings")}
    return frozenset(quad.triple for quad in quads if quad.graph_name not in beside)


@pytest.fixture(scope="session")
def store(quads: frozenset[Quad], tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of data.trig."""
    return write_store(tmp_path_factory.mktemp("build") / "store", quads, Mint())


@pytest.fixture
def request_for(store: Store, tmp_path: Path) -> Callable[..., Request]:
    """A request for that store, to a file of this name."""

    def make(name: str, projection: str = "full") -> Request:
        return Request(store=store, mint=Mint(), out=tmp_path / name, projection=projection)

    return make


@pytest.fixture
def request_of(tmp_path: Path) -> Callable[[Iterable[Triple], str], Request]:
    """A request for a store of these triples, to a file of this name."""

    def make(triples: Iterable[Triple], name: str) -> Request:
        local = Mint().graph("local")
        found = (Quad(one.subject, one.predicate, one.object, local) for one in triples)
        store = write_store(tmp_path / "made-up", found, Mint())
        return Request(store=store, mint=Mint(), out=tmp_path / name)

    return make
