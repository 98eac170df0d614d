"""The family of four that the exports are tested with, for queries of every kind."""

from pathlib import Path

import pytest
from pyoxigraph import Store, parse

from hemicycle.mint import Mint
from hemicycle.store import write_store

FAMILY = Path(__file__).parent.parent / "export"


@pytest.fixture(scope="session")
def family_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of tests/export/data.trig."""
    path = tmp_path_factory.mktemp("family") / "store"
    return write_store(path, parse(path=FAMILY / "data.trig"), Mint())


@pytest.fixture(scope="session")
def family_texts() -> Path:
    """The folder of the texts its offsets count in."""
    return FAMILY / "texts"
