"""The authority graph, read once."""

import pytest
from rdflib import Graph

from hemicycle.assets import asset


@pytest.fixture(scope="session")
def authority() -> Graph:
    graph = Graph()
    for path in sorted(asset("ontology/authority").glob("*.ttl")):
        graph.parse(path)
    return graph
