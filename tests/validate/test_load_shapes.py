"""A shapes folder that could not be used is refused, with file, line and remedy.

Cases: broken/{what}/; the file to be named opens with `# refused: ` and what the error
says behind its name.
"""

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from hemicycle.assets import asset
from hemicycle.errors import ShapeError
from hemicycle.validate import load_shapes

HERE = Path(__file__).parent
REFUSED = "# refused: "
BROKEN = [
    path
    for path in sorted((HERE / "broken").glob("*/*.ttl"))
    if path.read_text(encoding="utf-8").startswith(REFUSED)
]


def test_every_case_names_one_file() -> None:
    assert [path.parent for path in BROKEN] == sorted((HERE / "broken").iterdir())


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.parent.name)
def test_refused(path: Path) -> None:
    refused = path.read_text(encoding="utf-8").splitlines()[0].removeprefix(REFUSED)
    with pytest.raises(ShapeError) as caught:
        load_shapes(path.parent)
    assert str(caught.value) == f"{path}{refused}"


def test_broken_turtle_names_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "event.ttl"
    file.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n<a> sh:path ; .\n")
    with pytest.raises(ShapeError) as caught:
        load_shapes(tmp_path)
    assert (caught.value.file, caught.value.line) == (str(file), 3)


def test_unknown_prefix_and_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    for text in (b"\n<http://a/b> sh:path <http://a/c> .\n", b'\n<http://a/b> <a:b> "\xff" .\n'):
        (tmp_path / "event.ttl").write_bytes(text)
        with pytest.raises(ShapeError) as caught:
            load_shapes(tmp_path)
        assert caught.value.line == 2


@pytest.mark.parametrize("folder", ["", "missing"])
def test_a_folder_without_shapes_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ShapeError) as caught:
        load_shapes(tmp_path / folder)
    assert caught.value.problem == "holds no shapes"


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "event.ttl").mkdir()
    with pytest.raises(ShapeError) as caught:
        load_shapes(tmp_path)
    assert caught.value.file == str(tmp_path / "event.ttl")


@pytest.mark.parametrize("folder", [asset("shapes"), HERE / "report" / "shapes"], ids=str)
def test_the_graph_is_that_of_all_files(folder: Path) -> None:
    expected = Graph()
    for path in sorted(folder.glob("*.ttl")):
        expected.parse(path)
    assert isomorphic(load_shapes(folder), expected)


def test_a_triple_that_stands_as_a_term_is_refused(tmp_path: Path) -> None:
    term = "<http://a> <http://b> <http://c>"
    (tmp_path / "event.ttl").write_text(f"{term} . <http://a> <http://b> <<( {term} )>> .\n")
    with pytest.raises(ShapeError) as caught:
        load_shapes(tmp_path)
    assert caught.value.file == str(tmp_path / "event.ttl")
