"""Which workers can do our tasks, and files that are there whole or not at all."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hemicycle.errors import BuildError
from hemicycle.fitness import Mark, leave_mark, refuse_unfit
from hemicycle.software import Version, software
from hemicycle.whole import written_whole

WORKER = "tcp://10.0.0.7:4000"
OURS = (Version("hemicycle", "0.1.0 (abc)"), Version("Python", "3.11"))


def mark(folder: Path, **changed: object) -> dict[str, object]:
    """What a worker that sees the folder tells, but for what is changed."""
    (folder / ".seen-1").touch()
    return {WORKER: replace(Mark(OURS, ".seen-1", ()), **changed)}


def test_a_worker_that_has_all_is_taken_and_its_mark_goes(tmp_path: Path) -> None:
    refuse_unfit({WORKER: 1}, mark(tmp_path), tmp_path, OURS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changed", "threads", "words"),
    [
        ({}, 8, "does 8 tasks at once; start it with: dask worker --nthreads 1"),
        ({"file": None}, 1, "does not write to this folder; workers need the same folders"),
        ({"file": ".seen-elsewhere"}, 1, "does not write to this folder"),
        ({"missing": ("/data/pages",)}, 1, "^/data/pages: the worker .* does not see it"),
        (
            {"software": (OURS[0], Version("Python", "3.12"))},
            1,
            "has Python 3.12, and here is Python 3.11; install the same there",
        ),
    ],
)
def test_what_is_not_as_it_must_be_is_said(
    tmp_path: Path, changed: dict[str, object], threads: int, words: str
) -> None:
    with pytest.raises(BuildError, match=words):
        refuse_unfit({WORKER: threads}, mark(tmp_path, **changed), tmp_path, OURS)


def test_a_worker_that_cannot_even_answer(tmp_path: Path) -> None:
    marks = {WORKER: ModuleNotFoundError("No module named 'hemicycle'")}
    with pytest.raises(BuildError, match=r"4000 cannot run hemicycle \(No module .*install there"):
        refuse_unfit({WORKER: 1}, marks, tmp_path, OURS)


def test_a_mark_tells_what_a_worker_sees(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    seen = leave_mark(str(tmp_path), [str(tmp_path), gone])
    assert seen == Mark(software(), next(tmp_path.iterdir()).name, (gone,))
    assert leave_mark(gone, []) == Mark(software(), None, ())


def test_files_are_there_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "run.nq").write_text("another try")
    with written_whole(tmp_path / "run") as own:
        own.with_suffix(".nq").write_text("whole")
        assert (tmp_path / "run.nq").read_text() == "another try"
    with pytest.raises(ZeroDivisionError), written_whole(tmp_path / "run") as own:
        own.with_suffix(".nt").write_text("half")
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["run.nq"]
    assert (tmp_path / "run.nq").read_text() == "whole"
