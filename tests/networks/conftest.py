"""What networks are tested with: a small graph that has every kind of edge."""

from pathlib import Path

import pytest
from pyoxigraph import Store, parse

from hemicycle.mint import Mint
from hemicycle.store import write_store

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of a family of four questions, and of what more.trig adds to it."""
    files = (HERE / "data.trig", HERE / "more.trig")
    quads = [quad for file in files for quad in parse(path=file)]
    return write_store(tmp_path_factory.mktemp("build") / "store", quads, Mint())
