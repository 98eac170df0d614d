"""PATHs on a disk: what is read, in which order, under which names, with which addresses."""

import json
import os
from pathlib import Path

import pytest

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read import read_paths

FOLDERS = sorted((Path(__file__).parent / "folders").iterdir())


def summary(page: Page | ReadError) -> dict[str, object]:
    """What a page or an error says, as the expected.json of a folder writes it."""
    if isinstance(page, ReadError):
        return {"error": [page.file, page.line]}
    source = page.source
    return {
        "file": source.file,
        "url": source.url,
        "retrieved_at": source.retrieved_at,
        "text": page.text,
    }


def names_of(*paths: Path) -> list[str]:
    return [page.source.file if isinstance(page, Page) else str(page) for page in read_paths(paths)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_folder(folder: Path) -> None:
    found = [summary(page) for page in read_paths([folder / "pages"])]
    assert found == json.loads((folder / "expected.json").read_bytes())


def test_broken_line_of_an_index_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "index.jsonl").write_text('{"url": "https://www.senate.be/"}\n')
    (tmp_path / "a.txt").write_text("Vraag")
    [error, page] = read_paths([tmp_path])
    assert str(error) == (
        "index.jsonl, line 1: is not an entry of an index "
        "(Object missing required field `file`); mend or remove the line"
    )
    assert isinstance(page, Page)


def test_paths_keep_their_order_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Vraag")
    missing = tmp_path / "missing.txt"
    assert names_of(tmp_path / "b.txt", missing, tmp_path / "a.txt", tmp_path) == [
        "b.txt",
        f"{missing}: does not exist",
        "a.txt",
        "a.txt",
        "b.txt",
    ]


def test_named_file_needs_no_ending(tmp_path: Path) -> None:
    for name in ("index.jsonl", ".hidden", "page.php"):
        (tmp_path / name).write_text("Vraag")
    assert names_of(*(tmp_path / name for name in ("index.jsonl", ".hidden", "page.php"))) == [
        "index.jsonl",
        ".hidden",
        "page.php",
    ]


def test_folder_without_pages_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert names_of(tmp_path) == [
        f"{tmp_path}: holds no page; the names of pages end in .txt, .text, .html, .htm"
    ]


def test_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(32 * 1024 * 1024 + 1)
    monkeypatch.delattr(Path, "read_bytes")
    assert names_of(tmp_path) == ["a.txt: is larger than 32 MB, so not a page"]


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names_of(tmp_path) == [
        "gone.txt: is neither a file nor a folder",
        "pipe.txt: is neither a file nor a folder",
    ]


def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text("Vraag")
    (tmp_path / "index.jsonl").write_text("{}")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert names_of(tmp_path) == [
        "index.jsonl: cannot be read (Permission denied)",
        "a.txt: cannot be read (Permission denied)",
    ]


def test_path_that_cannot_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert names_of(Path("closed/a.txt")) == ["closed/a.txt: cannot be read (Permission denied)"]


def test_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names_of(tmp_path)[0] == f"{tmp_path}: cannot be read (Permission denied)"


def test_name_that_is_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"Li\xe8ge.txt")
    (tmp_path / name).write_text("Vraag")
    assert names_of(tmp_path, tmp_path / name) == ["Li\\xe8ge.txt", "Li\\xe8ge.txt"]
