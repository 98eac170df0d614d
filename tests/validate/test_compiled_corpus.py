"""On generated pages, faults and all, compiled shapes find what pySHACL finds."""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Triple

from hemicycle.assets import asset, authority_files
from hemicycle.errors import HemicycleError
from hemicycle.graphs import as_graph
from hemicycle.link import link, load_authority
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE
from hemicycle.parse import parse
from hemicycle.read import read_paths
from hemicycle.triples import authority_quads, page_quads
from hemicycle.validate import load_shapes, validate
from hemicycle.validate.compiled import (
    Statement,
    check,
    checked_report,
    compile_shapes,
    statements,
)

GENERATOR = Path(__file__).parents[2] / "bench" / "generate.py"
SHAPES = load_shapes(asset("shapes"))
PAGES = 40


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Statement]:
    """What generated pages say, with the authority files, before any rule has run."""
    folder = tmp_path_factory.mktemp("corpus")
    command = [sys.executable, str(GENERATOR), str(PAGES), str(folder), "--seed", "7"]
    subprocess.run(command, check=True)
    files = authority_files(())
    authority = load_authority(files, BASE)
    quads = list(authority_quads(files, Mint()))
    for page in read_paths([folder]):
        if isinstance(page, HemicycleError):
            continue
        quads += page_quads(link(parse(page), page.text, authority), Mint())
    return list(dict.fromkeys(statements(quads)))


def test_the_whole_corpus(corpus: list[Statement]) -> None:
    compiled = compile_shapes(SHAPES)
    judged = validate(as_graph(Triple(*said) for said in corpus), SHAPES)
    assert {result.severity for result in judged.results} >= {"Warning"}
    assert checked_report(compiled, [check(compiled, corpus)]) == judged
