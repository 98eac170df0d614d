"""`hemicycle.table`: the rows of a build's table in a frame of either library."""

from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType

import polars
import pytest
from pyoxigraph import RdfFormat, parse, serialize

import hemicycle
from hemicycle import frame, optional
from hemicycle.errors import ExportError, ReadError
from hemicycle.frame import Library
from hemicycle.manifest import FORM, Manifest, write_manifest
from hemicycle.mint import Mint

pandas = import_module("pandas")  # has no types of its own
DATA = Path(__file__).parents[1] / "export" / "data.trig"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build's folder, without its store, of the data that exports are tested with."""
    folder = tmp_path_factory.mktemp("build")
    serialize(parse(path=DATA), folder / "hemicycle.nq", RdfFormat.N_QUADS)
    write_manifest(folder, Manifest(FORM, Mint().base, "test", ()))
    return folder


def test_polars(build: Path) -> None:
    found = hemicycle.table("answers", store=build, library="polars")
    assert isinstance(found, polars.DataFrame)
    assert found.schema["received_on"] == polars.Date
    assert found.schema["days_to_answer"] == polars.Int64
    assert found.schema["services"] == polars.List(polars.String)
    columns = ("question", "received_on", "days_to_answer", "services")
    assert found.select(columns).rows() == [
        ("5-8906", date(2014, 1, 30), 275, ["spf-sante", "spf-securite-sociale"]),
        ("5-8910", date(2013, 7, 15), 76, ["spf-emploi"]),
    ]


def test_pandas(build: Path) -> None:
    found = hemicycle.table("answers", store=str(build), library="pandas")
    assert isinstance(found, pandas.DataFrame)
    assert found.shape == (2, len(found.columns))
    assert str(found.dtypes["days_to_answer"]) == "Int64"
    assert list(found["received_on"]) == [
        pandas.Timestamp(2014, 1, 30),
        pandas.Timestamp(2013, 7, 15),
    ]
    assert list(found["services"]) == [["spf-sante", "spf-securite-sociale"], ["spf-emploi"]]
    assert found["days_past_deadline"].isna().all()


@pytest.mark.parametrize("library", frame.LIBRARIES)
def test_a_table_of_no_rows_has_its_columns(library: Library, tmp_path: Path) -> None:
    (tmp_path / "hemicycle.nq").write_bytes(b"")
    write_manifest(tmp_path, Manifest(FORM, Mint().base, "test", ()))
    found = hemicycle.table("families", store=tmp_path, library=library)
    assert (len(found), list(found.columns)[:3]) == (0, ["iri", "members", "read"])


@pytest.mark.parametrize(
    ("installed", "taken"), [({"polars", "pandas"}, "polars"), ({"pandas"}, "pandas")]
)
def test_the_first_that_is_installed_is_taken(
    installed: set[str], taken: str, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "find_spec", lambda name: name if name in installed else None)
    assert type(hemicycle.table("events", store=build)).__module__.startswith(taken)


def test_without_either_it_is_said_what_to_install(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(package: str) -> ModuleType:
        raise ModuleNotFoundError(package)

    monkeypatch.setattr(frame, "find_spec", lambda name: None)
    with pytest.raises(ExportError, match="needs polars or pandas, and neither is installed; inst"):
        hemicycle.table("events", store=build)
    monkeypatch.setattr(optional, "import_module", lacking)
    with pytest.raises(ExportError) as caught:
        hemicycle.table("events", store=build, library="pandas")
    expected = "pandas is not installed; install it: pip install 'hemicycle[pandas]'"
    assert str(caught.value) == expected


def test_what_is_not_there_is_named(build: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no table is called 'votes'"):
        hemicycle.table("votes", store=build)
    with pytest.raises(ReadError, match="holds no build"):
        hemicycle.table("events", store=tmp_path)
