"""A build that goes on from the last one gives the outputs of a build from nothing."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store
from rdflib import SH, Graph

from hemicycle.opened import open_build
from hemicycle.pipeline import Settings, build, touched
from hemicycle.pipeline.kept import last_build
from hemicycle.progress import Silent, Timed
from hemicycle.search import Filters, find_words
from hemicycle.summary import finding_counts, question_statuses, summarise
from hemicycle.validation import across_documents

FilesOf = Callable[[Path], dict[str, bytes]]
ROOT = Path(__file__).parent.parent.parent
COUNT = 30
CHANGING = "triples, rules and shapes of the families that changed"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of all layouts, with families, chains and planted faults."""
    folder = tmp_path_factory.mktemp("generated") / "pages"
    command = [sys.executable, ROOT / "bench" / "generate.py", str(COUNT), folder, "--seed", "7"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return folder


@pytest.fixture
def pages(generated: Path, tmp_path: Path) -> Path:
    """A folder of most of them, changed long ago."""
    folder = tmp_path / "pages"
    shutil.copytree(generated, folder)
    for path in sorted(folder.glob("*.txt"))[::4]:
        path.unlink()
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is touched of these few pages, go on from the last build."""
    monkeypatch.setattr(touched, "MOST", 9.0)


def state(store: Store) -> tuple[set[Quad], set[str]]:
    return set(store), {str(name) for name in store.named_graphs()}


def build_both(pages: Path, tmp_path: Path, dumps: bool = True) -> tuple[Path, Path, list[str]]:
    """Go on from the last build, and build from nothing; the stages of the first."""
    out, alone = tmp_path / "out", tmp_path / "alone"
    timed = Timed(Silent())
    build([pages], out, Settings(workers=1, dumps=dumps), timed)
    build([pages], alone, Settings(workers=1, afresh=True, dumps=dumps), Silent())
    return out, alone, [share.name for share in timed.shares()]


def assert_alike(out: Path, alone: Path, files_of: FilesOf) -> None:
    mine, theirs = files_of(out), files_of(alone)
    assert sorted(mine) == sorted(theirs)
    assert [name for name in mine if mine[name] != theirs[name]] == []
    assert state(open_build(out).store) == state(open_build(alone).store)
    found, expected = (
        [(hit.question, hit.field, hit.language, hit.status) for hit in hits]
        for hits in (
            find_words(folder / "search.sqlite", "de*", Filters(), limit=500)
            for folder in (out, alone)
        )
    )
    assert sorted(found) == sorted(expected)


def steps(generated: Path, pages: Path) -> Iterator[str]:
    """Pages come, change and go, one change a step."""
    every, there = (sorted(folder.glob("*.txt")) for folder in (generated, pages))
    missing = [path for path in every if not (pages / path.name).exists()]
    shutil.copyfile(missing[0], pages / missing[0].name)
    yield "a new page"
    there[3].unlink()
    there[-2].unlink()
    yield "two pages gone"
    changed = there[5].read_text(encoding="utf-8")
    there[5].write_text(f"{changed}\nEen regel die niemand leest.\n", encoding="utf-8")
    yield "a changed page"
    for path in missing[1:]:
        shutil.copyfile(path, pages / path.name)
    yield "all that were missing"
    (pages / "twice.txt").write_bytes(there[7].read_bytes())
    yield "the same bytes under another name"
    (pages / "twice.txt").rename(pages / "again.txt")
    there[7].unlink()
    yield "another name alone"


def test_any_change_gives_what_a_build_from_nothing_gives(
    generated: Path, pages: Path, tmp_path: Path, files_of: FilesOf
) -> None:
    build([pages], tmp_path / "out", Settings(workers=1), Silent())
    for step in steps(generated, pages):
        out, alone, stages = build_both(pages, tmp_path)
        assert CHANGING in stages, step
        assert_alike(out, alone, files_of)


def test_pages_that_stay_are_not_read(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([pages], out, Settings(workers=1), Silent())
    there = sorted(pages.glob("*.txt"))
    there[1].write_text("Not one of the Senate's pages.\n", encoding="utf-8")
    os.utime(there[2])  # touched, and the same
    read: list[int | None] = []

    class Told(Silent):
        def stage(self, name: str, total: int | None = None) -> None:
            if name.startswith("reading"):
                read.append(total)

    report = build([pages], out, Settings(workers=1), Told())
    assert read == [1]
    (problem,) = report.problems
    assert problem.startswith(f"{there[1].name}: ")


def test_a_report_of_the_same_faults_is_not_written_anew(pages: Path, tmp_path: Path) -> None:
    report = tmp_path / "out" / "report.ttl"
    build([pages], tmp_path / "out", Settings(workers=1), Silent())
    first = report.stat().st_ino
    build([pages], tmp_path / "out", Settings(workers=1), Silent())
    assert report.stat().st_ino == first
    printed = report.with_suffix(".html").read_text(encoding="utf-8")
    sound = [path for path in sorted(pages.glob("*.txt")) if path.name not in printed]
    sound[0].unlink()
    _, alone, _ = build_both(pages, tmp_path)
    assert report.stat().st_ino == first
    now = report.with_suffix(".html").read_text(encoding="utf-8")
    assert now == (alone / "report.html").read_text(encoding="utf-8") != printed
    for path in sorted(pages.glob("*.txt"))[1::2]:
        path.unlink()
    _, alone, _ = build_both(pages, tmp_path)
    assert report.stat().st_ino != first
    assert report.read_bytes() == (alone / "report.ttl").read_bytes()


def test_a_page_that_changes_in_the_moment_it_was_read_is_read_again(
    pages: Path, tmp_path: Path
) -> None:
    """Neither its size nor its time tells of the change: it was too young to be known by them."""
    out = tmp_path / "out"
    page = sorted(pages.glob("*.web.*.txt"))[0]
    page.touch()
    before = page.stat().st_mtime_ns
    build([pages], out, Settings(workers=1), Silent())
    data = page.read_bytes()
    page.write_bytes(data[:-2] + b"x\n")
    os.utime(page, ns=(before, before))
    build([pages], out, Settings(workers=1), Silent())
    texts = [text.read_bytes() for text in (out / "texts").iterdir()]
    assert page.read_bytes() in texts
    assert data not in texts


def test_the_folder_of_texts_goes_round_and_keeps_nothing_that_is_gone(
    pages: Path, tmp_path: Path
) -> None:
    """Its names are not made anew: the folder of a build is that of the build but one after it."""
    out = tmp_path / "out"
    texts, spare = out / "texts", out / "kept" / "texts"
    folders = []
    for _ in range(2):
        build([pages], out, Settings(workers=1), Silent())
        folders.append(texts.stat().st_ino)
    assert spare.stat().st_ino == folders[0]
    gone = sorted(pages.glob("*.web.*.txt"))[0]
    words = gone.read_bytes()
    gone.unlink()
    build([pages], out, Settings(workers=1), Silent())
    assert (texts.stat().st_ino, spare.stat().st_ino) == tuple(folders)
    left, right = ({text.name for text in folder.iterdir()} for folder in (texts, spare))
    assert left == right
    assert not any(words in file.read_bytes() for file in out.rglob("*.txt"))


def test_without_dumps_the_store_alone_goes_on(
    generated: Path, pages: Path, tmp_path: Path, files_of: FilesOf
) -> None:
    changes = steps(generated, pages)
    build([pages], tmp_path / "out", Settings(workers=1), Silent())
    for step in range(3):  # of a build that has them, and twice of one that has none
        next(changes)
        out, alone, stages = build_both(pages, tmp_path, dumps=False)
        assert CHANGING in stages, step
        assert_alike(out, alone, files_of)
    assert not any((out / name).exists() for name in ("hemicycle.nq", "records.jsonl"))
    out, alone, stages = build_both(pages, tmp_path, dumps=True)
    assert CHANGING not in stages, "dumps cannot be made of a build that has none"
    assert_alike(out, alone, files_of)


def test_a_store_that_is_open_does_not_see_the_change(
    generated: Path, pages: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build([pages], out, Settings(workers=1), Silent())
    before = open_build(out)
    quads = set(before.store)
    next(steps(generated, pages))
    build([pages], out, Settings(workers=1), Silent())
    assert set(before.store) == quads
    assert set(open_build(out).store) != quads


def test_a_build_that_is_not_whole_is_not_gone_on_from(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([pages], out, Settings(workers=1), Silent())
    assert last_build(out, Settings()) is not None
    kept = ("kept/kept.msgpack", "kept/shared.merge", "search.sqlite", "records.jsonl")
    for name in (*kept, "hemicycle.nq", "hemicycle.ttl", "hemicycle.jsonld"):
        whole = (out / name).rename(tmp_path / "aside")
        assert last_build(out, Settings()) is None, name
        (out / name).write_bytes(b"cut")
        assert last_build(out, Settings()) is None, name
        whole.replace(out / name)
    assert last_build(out, Settings()) is not None
    (out / "store").rename(tmp_path / "aside")
    assert last_build(out, Settings()) is None
    timed = Timed(Silent())
    build([pages], out, Settings(workers=1), timed)
    assert CHANGING not in [share.name for share in timed.shares()]
    assert len(open_build(out).store)


def test_other_authority_files_are_a_build_from_nothing(pages: Path, tmp_path: Path) -> None:
    out, authority = tmp_path / "out", tmp_path / "authority"
    build([pages], out, Settings(workers=1), Silent())
    authority.mkdir()
    (authority / "take-down.txt").write_text("# nobody yet\n", encoding="utf-8")
    timed = Timed(Silent())
    build([pages], out, Settings(workers=1, authority=(authority,)), timed)
    assert CHANGING not in [share.name for share in timed.shares()]


def test_rules_across_documents_find_in_batches_what_they_find_in_the_whole(
    pages: Path, tmp_path: Path
) -> None:
    received = re.compile(r"((?:reçue le|ontvangen op) \d+\S* \w+) \d{4}")
    for page in sorted(pages.glob("*.txt")):
        text = page.read_text(encoding="utf-8")
        page.write_text(received.sub(r"\1 1990", text), encoding="utf-8")
    out = tmp_path / "out"
    build([pages], out, Settings(workers=1), Silent())
    opened = open_build(out)
    expected = across_documents(opened.store, opened.mint.base)
    assert any(result.shape.endswith("answer-before-question") for result in expected.results)
    report = Graph().parse(out / "report.ttl")
    found = {
        (str(report.value(node, SH.focusNode)), str(shape))
        for node, shape in report.subject_objects(SH.sourceShape)
        if "/Rule-" in str(shape)
    }
    assert found == {(str(result.focus), result.shape) for result in expected.results}
    printed = (out / "report.html").read_text(encoding="utf-8")
    for count in expected.focus_counts:
        name = count.shape.rpartition("/")[2]
        row = f"<td>{count.focus_nodes}</td><td><code>shape:{name}</code></td>"
        assert row in printed, name


def test_the_report_counts_what_the_store_holds(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = build([pages], out, Settings(workers=1), Silent())
    opened = open_build(out)
    assert report.summary == summarise(opened.store, opened.mint)
    counted = finding_counts(opened.store, opened.mint)
    assert sorted(map(repr, report.findings)) == sorted(map(repr, counted))
    with closing(sqlite3.connect(out / "search.sqlite")) as index:
        rows = index.execute("SELECT DISTINCT question, status FROM text WHERE status NOT NULL")
        found = dict(rows.fetchall())
    statuses = question_statuses(opened.store, opened.mint)
    assert {number: found.get(number) for number in statuses} == statuses
