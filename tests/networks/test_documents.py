"""The networks of the two real documents, edge by edge, and how a user asks for them."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

import hemicycle
from hemicycle.cli.all import app
from hemicycle.networks import Network, build_network, read_selection
from hemicycle.networks.as_networkx import as_networkx
from hemicycle.networks.finish import finished
from hemicycle.opened import open_build

HERE = Path(__file__).parent
GRAPHS = HERE.parents[1] / "graphs"
CASES = sorted((HERE / "documents").glob("*.csv"))


def edges_of(network: Network) -> list[list[str]]:
    return [
        [edge.kind, network.short(edge.source), network.short(edge.target), str(edge.weight)]
        for edge in network.edges
    ]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_edges_are_those_expected(file: Path) -> None:
    build = open_build(GRAPHS)
    with file.open(newline="", encoding="utf-8") as lines:
        expected = list(csv.reader(lines))
    assert edges_of(build_network(build.store, build.mint, file.stem)) == expected


def test_the_library_gives_what_the_files_hold() -> None:
    build = open_build(GRAPHS)
    selection = read_selection(["legislature=5"], until="2013-12-31")
    wanted = build_network(build.store, build.mint, "senator-minister", selection=selection)
    found = hemicycle.network(
        GRAPHS, "senator-minister", where=["legislature=5"], until="2013-12-31"
    )
    whole = as_networkx(finished(wanted))
    assert list(found.nodes(data=True)) == list(whole.nodes(data=True))
    assert list(found.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))
    assert found.graph["chosen"] == "legislature=5, to 2013-12-31"


def test_the_command_takes_a_selection(tmp_path: Path) -> None:
    out = tmp_path / "n.gexf"
    arguments = ["export", "gexf", "--store", str(GRAPHS), "--out", str(out)]
    chosen = ["--projection", "family-stars", "--where", "family=5-8900", "--from", "2013-04-30"]
    done = CliRunner().invoke(app, [*arguments, *chosen])
    assert done.exit_code == 0
    text = out.read_text("utf-8")
    assert "(family=5-8900, from 2013-04-30)" in text
    assert text.count('kind="member-of"') == 2
    assert (tmp_path / "n.legend.csv").is_file()


@pytest.mark.parametrize("wrong", ["legislature", "legislature=99", "mood=good"])
def test_the_command_names_what_chooses_nothing(wrong: str, tmp_path: Path) -> None:
    out = tmp_path / "n.gexf"
    arguments = ["export", "gexf", "--store", str(GRAPHS), "--out", str(out), "--where", wrong]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 1
    assert wrong in str(done.exception)
    assert not out.exists()
