"""GEXF is valid, reads back as the network it was, and our schema refuses other files."""

import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree
from pyoxigraph import Store

from hemicycle.export.gexf import gexf_document
from hemicycle.mint import Mint
from hemicycle.networks import PROJECTIONS, Network, build_network
from hemicycle.networks.as_networkx import as_networkx
from hemicycle.networks.finish import finished

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf.rng"))


def document(network: Network) -> str:
    out = io.StringIO()
    gexf_document(network, out)
    return out.getvalue()


def read_gexf(text: str) -> "nx.Graph[Any]":
    read: nx.Graph[Any] = nx.read_gexf(io.BytesIO(text.encode()), version="1.3")
    return read


def as_read(value: Any) -> Any:
    """An attribute as networkx reads GEXF: lists stay text."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


@pytest.mark.parametrize("name", PROJECTIONS)
def test_gexf_is_valid(name: str, store: Store) -> None:
    network = finished(build_network(store, Mint(), name))
    SCHEMA.assertValid(etree.fromstring(document(network).encode()))


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ('mode="dynamic"', 'mode="sometimes"'),
        ('type="integer"', 'type="long"'),
        ('<viz:shape value="disc"/>', ""),
        ("<edges>", "<edges><edge/>"),
    ],
)
def test_the_schema_refuses_other_files(found: str, instead: str, store: Store) -> None:
    text = document(finished(build_network(store, Mint())))
    assert found in text
    assert not SCHEMA.validate(etree.fromstring(text.replace(found, instead, 1).encode()))


@pytest.mark.parametrize("name", PROJECTIONS)
def test_gexf_reads_back_as_the_network(name: str, store: Store) -> None:
    network = finished(build_network(store, Mint(), name))
    whole, read = as_networkx(network), read_gexf(document(network))
    assert read.number_of_edges() == whole.number_of_edges()
    nodes = {node: dict(values) for node, values in whole.nodes(data=True)}
    for values in nodes.values():
        values["viz"]["color"]["a"] = 1.0
        values["viz"]["shape"] = None  # networkx looks for it elsewhere
    assert {node: dict(values) for node, values in read.nodes(data=True)} == {
        node: {key: as_read(value) for key, value in values.items()}
        for node, values in nodes.items()
    }
    edges = {values["id"]: dict(values) for _, _, values in whole.edges(data=True)}
    for values in edges.values():
        values["relation"] = values.pop("kind")
    found = {values["id"]: dict(values) for _, _, values in read.edges(data=True)}
    for values in found.values():
        values.pop("networkx_key", None)
    assert found == {
        key: {name: as_read(value) for name, value in values.items()}
        for key, values in edges.items()
    }
