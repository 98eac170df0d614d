"""Files of every format say what the network says, to readers of other programs too."""

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Store

from hemicycle.errors import ExportError
from hemicycle.export import FORMATS, Request, export, export_networks
from hemicycle.mint import Mint
from hemicycle.networks import PROJECTIONS, Place, build_network
from hemicycle.networks.finish import finished

HERE = Path(__file__).parent
GOLDEN = sorted(file.name for file in (HERE / "expected").iterdir())


@pytest.mark.parametrize("name", PROJECTIONS)
def test_graphml_reads_back_as_the_network(name: str, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "n.graphml"
    export("graphml", Request(store=store, mint=Mint(), out=file, projection=name))
    network = finished(build_network(store, Mint(), name))
    read = nx.read_graphml(file, force_multigraph=True)
    assert isinstance(read, nx.MultiGraph)
    assert read.is_directed() == network.described.is_directed
    assert {
        (key, values["kind"], values["weight"])
        for _, _, key, values in read.edges(keys=True, data=True)
    } == {(network.edge_id(edge), edge.kind, edge.weight) for edge in network.edges}
    nodes = {node.iri: node for node in network.nodes}
    assert set(read) == set(nodes)
    for iri, values in read.nodes(data=True):
        node = nodes[iri]
        assert node.place == Place(values.pop("x"), values.pop("y"))
        for drawn in ("size", "r", "g", "b", "since", "until"):
            values.pop(drawn, None)
        wanted = {
            key: " | ".join(value) if isinstance(value, tuple) else value
            for key, value in node.values.items()
        }
        assert values == {"kind": node.kind, "label": node.label, **wanted}


def test_csv_has_the_network_and_nothing_that_makes_it_dynamic(
    store: Store, tmp_path: Path
) -> None:
    export("gephi-csv", Request(store=store, mint=Mint(), out=tmp_path / "n"))
    network = build_network(store, Mint())
    with (tmp_path / "n" / "edges.csv").open(newline="", encoding="utf-8") as file:
        edges = list(csv.DictReader(file))
    with (tmp_path / "n" / "nodes.csv").open(newline="", encoding="utf-8") as file:
        nodes = list(csv.DictReader(file))
    assert [(row["Source"], row["Kind"], row["Target"], int(row["Weight"])) for row in edges] == [
        (edge.source, edge.kind, edge.target, edge.weight) for edge in network.edges
    ]
    assert [(row["Id"], row["Kind"], row["Label"]) for row in nodes] == [
        (node.iri, node.kind, node.label) for node in network.nodes
    ]
    for row in (edges[0], nodes[0]):
        names = [name.lower() for name in row]
        assert len(set(names)) == len(names)
        assert not {"start", "end", "timeset", "time interval"} & set(names)


def test_json_has_the_network(store: Store, tmp_path: Path) -> None:
    files = {"graphology": tmp_path / "n.json", "cytoscape": tmp_path / "n.cyjs"}
    export_networks(files, Request(store=store, mint=Mint(), out=tmp_path))
    network = finished(build_network(store, Mint()))
    ours = json.loads(files["graphology"].read_bytes())
    theirs = json.loads(files["cytoscape"].read_bytes())["elements"]
    wanted = {(edge.source, edge.kind, edge.target, edge.weight) for edge in network.edges}
    assert {
        (one["source"], one["attributes"]["kind"], one["target"], one["attributes"]["weight"])
        for one in ours["edges"]
    } == wanted
    assert {
        (one["data"]["source"], one["data"]["kind"], one["data"]["target"], one["data"]["weight"])
        for one in theirs["edges"]
    } == wanted
    places = {node.iri: node.place for node in network.nodes}
    assert {
        one["key"]: Place(one["attributes"]["x"], one["attributes"]["y"]) for one in ours["nodes"]
    } == places
    assert {
        one["data"]["id"]: Place(one["position"]["x"], 0.0 - one["position"]["y"])
        for one in theirs["nodes"]
    } == places
    assert all(type(one["attributes"]["degree"]) is int for one in ours["nodes"])


def test_a_format_that_is_no_network_is_named(store: Store, tmp_path: Path) -> None:
    request = Request(store=store, mint=Mint(), out=tmp_path)
    with pytest.raises(ExportError, match="no network is written as 'ttl'; there is gexf, graphml"):
        export_networks({"ttl": tmp_path / "x"}, request)


@pytest.mark.parametrize("file", GOLDEN)
def test_files_are_as_expected(file: str, store: Store, tmp_path: Path) -> None:
    name, _, suffix = file.partition(".")
    forms = {form.suffix: form.name for form in FORMATS.values() if form.is_network}
    suffix = "gexf" if suffix == "legend.csv" else suffix  # it is written beside
    out = tmp_path / f"{name}.{suffix}"
    export(forms[f".{suffix}"], Request(store=store, mint=Mint(), out=out, projection=name))
    assert (tmp_path / file).read_bytes() == (HERE / "expected" / file).read_bytes()


@pytest.mark.parametrize("projection", ["full", "senator-minister", "concept-concept"])
def test_graphology_reads_gexf_and_json(projection: str, store: Store, tmp_path: Path) -> None:
    node, modules = shutil.which("node"), HERE / "node_modules"
    is_required = "node" in os.environ.get("HEMICYCLE_REQUIRED", "").split()
    if not is_required and (node is None or not modules.is_dir()):
        pytest.skip("Node with graphology and graphology-gexf (npm install in tests/networks)")
    files = {"gexf": tmp_path / "n.gexf", "graphology": tmp_path / "n.json"}
    request = Request(store=store, mint=Mint(), out=tmp_path, projection=projection)
    export_networks(files, request)
    arguments = [node or "node", str(HERE / "read_graphology.mjs"), *map(str, files.values())]
    found = json.loads(subprocess.run(arguments, check=True, capture_output=True).stdout)
    network = finished(build_network(store, Mint(), projection))
    nodes = {one.iri: one for one in network.nodes}
    for read in found:
        assert {one["key"] for one in read["nodes"]} == set(nodes)
        assert {one["key"] for one in read["edges"]} == {
            network.edge_id(edge) for edge in network.edges
        }
        for one in read["nodes"]:
            values, place = one["attributes"], nodes[one["key"]].place
            assert Place(values["x"], values["y"]) == place
            for name, value in nodes[one["key"]].values.items():
                assert values[name] == (list(value) if isinstance(value, tuple) else value)
