"""What a user's authority folder does to a whole build: names left out, EuroVoc's concepts in."""

from pathlib import Path

import pytest

from hemicycle.mint import Mint
from hemicycle.opened import open_build
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Silent
from hemicycle.query import Rows, run_query
from hemicycle.take_down import MARK, TAKE_DOWN_FILE
from hemicycle.vocabulary import read_eurovoc, write_vocabulary

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
LISTED = ("Martine Taelman", "HandiSocial")
EUROVOC = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ev: <http://eurovoc.europa.eu/> .
ev:5116 a skos:Concept ; skos:inScheme ev:100141 ; skos:broader ev:100 ;
    skos:prefLabel "ministère"@fr, "ministerie"@nl .
ev:100 a skos:Concept ; skos:inScheme ev:100141 ;
    skos:prefLabel "pouvoir exécutif"@fr, "uitvoerende macht"@nl .
ev:200 a skos:Concept ; skos:inScheme ev:100141 ; skos:prefLabel "pêche"@fr, "visserij"@nl .
ev:100141 a skos:ConceptScheme .
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "mine").mkdir()
    (folder / "mine" / TAKE_DOWN_FILE).write_text("\n".join(LISTED), encoding="utf-8")
    (folder / "eurovoc.ttl").write_text(EUROVOC, encoding="utf-8")
    write_vocabulary(read_eurovoc(folder / "eurovoc.ttl", "4.20"), folder / "mine")
    build([DOCUMENTS], folder / "out", Settings(authority=(folder / "mine",)), Silent())
    return folder / "out"


def test_what_is_taken_down_stands_in_no_output(built: Path) -> None:
    for file in built.rglob("*"):
        if file.is_file() and "store" not in file.relative_to(built).parts:
            text = file.read_bytes().decode("utf-8", "replace").casefold()
            assert not any(name.casefold() in text for name in LISTED), file.name
    store = open_build(built).store
    words = " ".join(str(quad) for quad in store).casefold()
    assert not any(name.casefold() in words for name in (*LISTED, "martine-taelman"))


def test_the_texts_keep_their_length(built: Path) -> None:
    marked = sorted(file.read_text("utf-8") for file in (built / "texts").iterdir())
    plain = sorted(file.read_text("utf-8") for file in (ROOT / "graphs" / "texts").iterdir())
    assert sorted(map(len, marked)) == sorted(map(len, plain))
    assert all(MARK in text for text in marked)


def test_the_concepts_in_use_and_those_above_them_stand_in_the_merge(built: Path) -> None:
    found = run_query(
        open_build(built).store,
        "SELECT ?label { <id/concept/5116> skos:broader+ ?c . ?c skos:prefLabel ?label }",
        Mint(),
    )
    assert isinstance(found, Rows)
    labels = {str(row[0]) for row in found.rows}
    assert {'"pouvoir exécutif"@fr', '"uitvoerende macht"@nl'} <= labels
    graph = Mint().graph("eurovoc")
    quads = list(open_build(built).store.quads_for_pattern(None, None, None, graph))
    assert quads
    assert Mint().thing("concept/200") not in {quad.subject for quad in quads}
