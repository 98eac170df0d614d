"""`hemicycle diff`: differences to standard output, their number to standard error."""

from pathlib import Path

import msgspec
import pytest
from pyoxigraph import RdfFormat, parse, serialize
from typer.testing import CliRunner

from hemicycle.cli.all import app
from hemicycle.diff import Difference
from hemicycle.manifest import FORM, Manifest, write_manifest
from hemicycle.mint import Mint

CASE = Path(__file__).parent / "cases" / "page-read-anew"


@pytest.fixture
def builds(tmp_path: Path) -> tuple[str, str]:
    """The folders of two builds, without their stores."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        quads = parse(path=CASE / f"{name}.trig")
        serialize(quads, tmp_path / name / "hemicycle.nq", RdfFormat.N_QUADS)
        write_manifest(tmp_path / name, Manifest(FORM, Mint().base, "test", ()))
    return str(tmp_path / "old"), str(tmp_path / "new")


def test_text(builds: tuple[str, str]) -> None:
    done = CliRunner().invoke(app, ["diff", *builds])
    assert (done.exit_code, done.stdout) == (0, (CASE / "expected.txt").read_text("utf-8"))
    counted = "1 questions and 0 other things differ: 4 added, 0 removed, 2 changed\n"
    assert done.stderr == counted


def test_json_is_an_object_a_line(builds: tuple[str, str]) -> None:
    done = CliRunner().invoke(app, ["diff", *builds, "--format", "json"])
    assert (done.exit_code, done.stdout) == (0, (CASE / "expected.jsonl").read_text("utf-8"))
    found = [msgspec.json.decode(line, type=Difference) for line in done.stdout.splitlines()]
    assert [(one.about, one.new_pages) for one in found] == [
        ("question/5-900", ("bbbbbbbbbbbbbbbb",))
    ]


def test_a_wrong_format_is_a_wrong_call(builds: tuple[str, str]) -> None:
    assert CliRunner().invoke(app, ["diff", *builds, "--format", "xml"]).exit_code == 2
