"""Gephi's own code opens the files without a warning, and sees every node, edge and type."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from pyoxigraph import Store

from hemicycle.export import Request, export
from hemicycle.mint import Mint
from hemicycle.networks import PROJECTIONS, build_network
from hemicycle.networks.finish import finished

HERE = Path(__file__).parent
JAR = os.environ.get("HEMICYCLE_GEPHI_TOOLKIT", "")
COLUMNS = {bool: "Boolean", int: "Integer", float: "Double", str: "String", tuple: "String[]"}


@pytest.mark.skipif(not JAR, reason="HEMICYCLE_GEPHI_TOOLKIT names no gephi-toolkit jar")
@pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed")
@pytest.mark.parametrize("name", PROJECTIONS)
def test_gephi_opens_gexf(name: str, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "n.gexf"
    export("gexf", Request(store=store, mint=Mint(), out=file, projection=name))
    command = ["java", "-cp", JAR, str(HERE / "ReadWithGephi.java"), str(file)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    facts = [line.split("\t") for line in printed.stdout.splitlines()]
    assert [fact for fact in facts if fact[0] == "issue" and "arallel" not in fact[2]] == []
    network = finished(build_network(store, Mint(), name))
    assert {(fact[1], fact[2], fact[3], float(fact[4])) for fact in facts if fact[0] == "edge"} == {
        (edge.source, edge.kind, edge.target, float(edge.weight)) for edge in network.edges
    }
    assert {fact[1] for fact in facts if fact[0] == "node"} == {node.iri for node in network.nodes}
    columns = {fact[1]: fact[2] for fact in facts if fact[0] == "column"}
    for node in network.nodes:
        for key, value in node.values.items():
            assert columns[key] == COLUMNS[type(value)]
