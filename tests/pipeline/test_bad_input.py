"""What cannot be read is named in one clear line; the rest is built; nothing is overwritten."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

DOCUMENTS = Path(__file__).parent.parent / "documents"
PAGE = DOCUMENTS / "5-8906.web.fr.txt"


def build(folder: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hemicycle", "build", str(folder), "--out", str(out), *more],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "100"},
        check=False,
    )


def questions(out: Path) -> list[str]:
    lines = (out / "records.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line)["question"] for line in lines]


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 8,
    "recipe.txt": "Deux œufs, un peu de farine.\n".encode(),
    "broken.txt": PAGE.read_bytes()[:900] + b"\xc3\x28" + PAGE.read_bytes()[900:],
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_rest_is_built(name: str, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    shutil.copy(PAGE, pages)
    (pages / name).write_bytes(BAD[name])
    done = build(pages, tmp_path / "out")
    assert done.returncode == 1
    named = [line for line in done.stderr.splitlines() if line.startswith(f"{name}:")]
    assert len(named) == 1, done.stderr
    assert questions(tmp_path / "out") == ["5-8906"]


def test_a_missing_folder_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    done = build(DOCUMENTS, tmp_path / "out", str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert any("nowhere" in line for line in done.stderr.splitlines())
    assert questions(tmp_path / "out") == ["5-8906", "5-8910"]


def test_a_file_cut_in_the_middle_gives_what_it_has(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    text = PAGE.read_text(encoding="utf-8")
    (pages / "cut.txt").write_text(text[: len(text) // 3], encoding="utf-8")
    assert build(pages, tmp_path / "out").returncode == 0
    assert questions(tmp_path / "out") == ["5-8906"]


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252", "utf-16"])
def test_other_encodings_are_read_right(encoding: str, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    text = PAGE.read_text(encoding="utf-8").replace("’", "'").replace("œ", "oe")
    (pages / "page.txt").write_bytes(text.encode(encoding))
    assert build(pages, tmp_path / "out").returncode == 0
    (page,) = (tmp_path / "out" / "texts").iterdir()
    assert page.read_text(encoding="utf-8") == text


def test_nothing_readable_replaces_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(DOCUMENTS, out).returncode == 0
    before = sorted(out.iterdir())
    done = build(tmp_path / "nowhere", out)
    assert done.returncode == 3
    assert sorted(out.iterdir()) == before
    assert questions(out) == ["5-8906", "5-8910"]


def test_a_folder_of_the_users_own_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert build(DOCUMENTS, out).returncode == 3
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_the_same_bytes_under_two_names_are_one_page(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("a.txt", "b.txt"):
        shutil.copy(PAGE, pages / name)
    assert build(pages, tmp_path / "out").returncode == 0
    assert questions(tmp_path / "out") == ["5-8906"]
    names = (tmp_path / "out" / "hemicycle.nq").read_text(encoding="utf-8")
    assert '"a.txt"' in names
    assert '"b.txt"' in names


def test_a_broken_authority_file_is_named_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "authority"
    own.mkdir()
    (own / "mine.ttl").write_text(
        "@prefix a: <https://example.org/> .\na:x a:y .\n", encoding="utf-8"
    )
    done = build(DOCUMENTS, tmp_path / "out", "--authority", str(own))
    assert done.returncode == 3
    assert "mine.ttl, line 2" in done.stderr
    assert not (tmp_path / "out").exists()
