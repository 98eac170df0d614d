"""The face of the exports: every format by name, files whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from hemicycle.errors import ExportError
from hemicycle.export import FORMATS, PROJECTIONS, Request, export
from hemicycle.export.request import make_folder, writing
from hemicycle.mint import Mint


def test_formats_are_known_by_their_names() -> None:
    assert {name: form.suffix for name, form in FORMATS.items()} == {
        "ttl": ".ttl",
        "nt": ".nt",
        "rdfxml": ".rdf",
        "nq": ".nq",
        "trig": ".trig",
        "jsonld": ".jsonld",
        "csv": "",
        "xlsx": ".xlsx",
        "parquet": "",
        "gexf": ".gexf",
        "graphml": ".graphml",
        "gephi-csv": "",
        "graphology": ".json",
        "cytoscape": ".cyjs",
        "svg": ".svg",
        "png": ".png",
    }
    assert all(name == form.name and form.description for name, form in FORMATS.items())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(name: str, request_for: Callable[[str], Request]) -> None:
    request = request_for("out")
    export(name, request)
    written = [request.out] if FORMATS[name].suffix else sorted(request.out.iterdir())
    assert all(file.stat().st_size > 0 for file in written)
    assert not list(request.out.parent.rglob("*.part"))


def test_an_unknown_format_is_named(request_for: Callable[[str], Request]) -> None:
    with pytest.raises(ExportError, match="no format is called 'pdf'; there is ttl, nt, "):
        export("pdf", request_for("graph.pdf"))


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.is_network])
def test_an_unknown_network_is_named(name: str, store: Store, tmp_path: Path) -> None:
    request = Request(store=store, mint=Mint(), out=tmp_path / "x", projection="half")
    with pytest.raises(ExportError) as caught:
        export(name, request)
    assert str(caught.value) == f"no network is called 'half'; there is {', '.join(PROJECTIONS)}"


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.suffix])
def test_a_file_that_cannot_be_written_is_named(name: str, store: Store, tmp_path: Path) -> None:
    request = Request(store=store, mint=Mint(), out=tmp_path / "nowhere" / "graph")
    with pytest.raises(ExportError, match="nowhere/graph: cannot be written"):
        export(name, request)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.suffix])
def test_a_folder_that_cannot_be_made_is_named(name: str, store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    request = Request(store=store, mint=Mint(), out=tmp_path / "file")
    with pytest.raises(ExportError, match="file: cannot be made"):
        export(name, request)


def test_what_stood_there_stands_until_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "graph"
    file.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), writing(file) as out:
        out.write(b"half")
        raise ZeroDivisionError
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
    with writing(file) as out:
        out.write(b"new")
    assert file.read_bytes() == b"new"


def test_folders_above_are_made_too(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
