"""Builds that are killed, kept out, or refused by the disk: the last complete build stands."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hemicycle.errors import BuildError
from hemicycle.exchange import exchange
from hemicycle.manifest import MANIFEST
from hemicycle.opened import open_build
from hemicycle.staging import staged

FilesOf = Callable[[Path], dict[str, bytes]]
ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
KILLS = int(os.environ.get("HEMICYCLE_KILLS", "5"))
"""`make soak` kills more often."""


def start(out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "hemicycle", "build", str(DOCUMENTS), "--out", str(out)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_build_killed_at_any_moment_leaves_the_last_complete_one(
    files_of: FilesOf, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    begun = time.monotonic()
    assert start(out).wait() == 0
    took = time.monotonic() - begun
    complete = files_of(out)
    moments = random.Random(4711)
    for _ in range(KILLS):
        running = start(out)
        time.sleep(moments.uniform(0.2, 1.0) * took)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert files_of(out) == complete
        assert len(open_build(out).store) > 0
    assert start(out).wait() == 0
    assert files_of(out) == complete
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_store_that_is_open_goes_on_undisturbed_and_the_next_reader_finds_the_new(
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    assert start(out).wait() == 0
    before = open_build(out)
    quads = len(before.store)
    assert start(out).wait() == 0
    assert sum(1 for _ in before.store) == quads
    assert len(open_build(out).store) == quads


def fill(folder: Path, words: str) -> None:
    (folder / MANIFEST).write_text(words)


def test_two_builds_into_one_folder_at_once_and_the_second_says_so(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as folder:
        fill(folder, "first")
        with pytest.raises(BuildError, match="another build"), staged(tmp_path / "out"):
            pass
    assert (tmp_path / "out" / MANIFEST).read_text() == "first"
    with staged(tmp_path / "out") as folder:
        fill(folder, "third")
    assert (tmp_path / "out" / MANIFEST).read_text() == "third"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_fails_leaves_what_stood_there(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as folder:
        fill(folder, "old")
    with pytest.raises(ZeroDivisionError), staged(tmp_path / "out") as folder:
        fill(folder, "half")
        raise ZeroDivisionError
    assert (tmp_path / "out" / MANIFEST).read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_disk_refuses_and_the_error_names_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(BuildError, match="cannot be written"), staged(tmp_path / "file" / "out"):
        pass
    with pytest.raises(BuildError, match="No space left"), staged(tmp_path / "out"):
        raise OSError(28, "No space left on device")
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_handed_on_leaves_the_new_build(tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen: list[tuple[str, ...]] = []

    def refused(old: Path, new: Path) -> None:
        seen.append(tuple((folder / MANIFEST).read_text() for folder in (old, new)))
        raise OSError(28, "No space left on device")

    for words in ("first", "second"):
        with staged(out, refused) as folder:
            fill(folder, words)
    assert seen == [("first", "second")]
    assert (out / MANIFEST).read_text() == "second"
    assert list(tmp_path.iterdir()) == [out]


def test_a_build_killed_between_two_renames_is_put_back(tmp_path: Path) -> None:
    """Where the system cannot exchange folders, the old one stands aside for a moment."""
    (tmp_path / ".out.old").mkdir()
    fill(tmp_path / ".out.old", "old")
    with pytest.raises(ZeroDivisionError), staged(tmp_path / "out"):
        raise ZeroDivisionError
    assert (tmp_path / "out" / MANIFEST).read_text() == "old"


def test_folders_change_places(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    fill(one, "1")
    fill(other, "2")
    if not exchange(one, other):
        pytest.skip("this system has no call that exchanges two folders")
    assert ((one / MANIFEST).read_text(), (other / MANIFEST).read_text()) == ("2", "1")
    with pytest.raises(OSError, match="No such file"):
        exchange(one, tmp_path / "gone")
