"""The generator of pages: the same bytes each time, and pages that say what it meant."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.read import read_paths
from hemicycle.records import Record

GENERATOR = Path(__file__).parents[2] / "bench" / "generate.py"
LAYOUTS = ("web", "unilingual-print", "bilingual-print", "table", "pipe-table", "bulletin")
WITHOUT_PLACES = {"start", "end"}
OF_THE_COPY = {"spans", "source"}


def generate(folder: Path, *arguments: str, hash_seed: str = "0") -> Path:
    command = [sys.executable, str(GENERATOR), arguments[0], str(folder), *arguments[1:]]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pages(folder: Path) -> Iterator[Page]:
    for page in read_paths([folder]):
        assert isinstance(page, Page), page
        yield page


def without_places(value: Any) -> Any:
    """What a record says, without the offsets at which it says it."""
    if isinstance(value, dict):
        return {key: without_places(own) for key, own in value.items() if key not in WITHOUT_PLACES}
    if isinstance(value, list):
        return [without_places(own) for own in value]
    return value


def facts(record: Record) -> dict[str, Any]:
    """A record in the form of truth.jsonl."""
    every = json.loads(msgspec.json.encode(record))
    every["unread"] = [line["text"] for line in every["unread"]]
    kept = without_places({key: own for key, own in every.items() if key not in OF_THE_COPY})
    for answer in kept["answers"]:
        answer["text"] = {own: text["text"] for own, text in answer["text"].items()}
        for section in answer["sections"]:
            section["text"] = {own: text["text"] for own, text in section["text"].items()}
    return {"file": record.source.file, **kept}


def compare(folder: Path) -> None:
    meant = {row["file"]: row for row in rows(folder / "truth.jsonl")}
    read = {page.source.file: facts(parse(page)) for page in pages(folder)}
    assert read.keys() == meant.keys()
    for file, row in meant.items():
        assert read[file] == row, file


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    one = generate(tmp_path / "one", "200", "--seed", "7", "--truth", hash_seed="1")
    two = generate(tmp_path / "two", "200", "--seed", "7", "--truth", hash_seed="2")
    assert len(rows(one / "index.jsonl")) == 200
    assert contents(one) == contents(two)


def test_a_page_does_not_depend_on_how_many_are_asked(tmp_path: Path) -> None:
    few = contents(generate(tmp_path / "few", "60", "--seed", "7"))
    many = contents(generate(tmp_path / "many", "90", "--seed", "7"))
    for name, data in few.items():
        assert many[name].startswith(data) if name.endswith(".jsonl") else many[name] == data


def test_another_seed_gives_other_pages(tmp_path: Path) -> None:
    one = generate(tmp_path / "one", "20", "--seed", "1")
    two = generate(tmp_path / "two", "20", "--seed", "2")
    assert contents(one) != contents(two)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_of_each_layout_says_what_was_meant(layout: str, tmp_path: Path) -> None:
    compare(generate(tmp_path, "200", "--seed", "11", "--layouts", layout, "--truth"))
    assert {row["layout"] for row in rows(tmp_path / "truth.jsonl")} == {layout}


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "table" not in name])
def test_html_of_each_layout_says_what_was_meant(layout: str, tmp_path: Path) -> None:
    compare(generate(tmp_path, "80", "--seed", "12", "--layouts", layout, "--html", "--truth"))


def test_all_layouts_together_say_what_was_meant(tmp_path: Path) -> None:
    compare(generate(tmp_path, "800", "--seed", "5", "--truth"))
    assert {row["layout"] for row in rows(tmp_path / "truth.jsonl")} == set(LAYOUTS)


def test_only_listed_pages_have_unread_lines(tmp_path: Path) -> None:
    generate(tmp_path, "800", "--seed", "5")
    faults = rows(tmp_path / "faults.jsonl")
    listed = {row["file"] for row in faults if row["kind"] == "unread-line"}
    assert listed
    assert {page.source.file for page in pages(tmp_path) if parse(page).unread} == listed


def test_damaged_pages_are_mended_and_listed(tmp_path: Path) -> None:
    generate(tmp_path, "800", "--seed", "5")
    faults = rows(tmp_path / "faults.jsonl")
    listed = {row["file"] for row in faults if row["kind"] == "damaged-accents"}
    mended = {page.source.file for page in pages(tmp_path) if page.source.repairs}
    assert mended
    assert mended <= listed


def test_addresses_name_the_questions(tmp_path: Path) -> None:
    generate(tmp_path, "200", "--seed", "5", "--truth")
    meant = {row["file"]: row["question"] for row in rows(tmp_path / "truth.jsonl")}
    for row in rows(tmp_path / "index.jsonl"):
        if "&LEG=" in row["url"]:
            legislature, number = str(meant[row["file"]]).split("-")
            assert f"&LEG={legislature}&NR={number}&LANG=" in row["url"]


def test_wrong_calls_are_refused(tmp_path: Path) -> None:
    command = [sys.executable, str(GENERATOR), "1", str(tmp_path), "--html", "--layouts", "table"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 2
