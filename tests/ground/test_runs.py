"""Sorted runs merge to the sorted lines of all, each once; workers keep the order of tasks."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.errors import BuildError
from hemicycle.runs import differences, merge_runs, write_run
from hemicycle.workers import in_order, worker_count

lines = st.lists(st.binary(max_size=4).map(lambda data: data.replace(b"\n", b"") + b"\n"))


@given(st.lists(lines, max_size=5))
def test_the_lines_of_all_runs_sorted_each_once(runs: list[list[bytes]]) -> None:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / str(number) for number in range(len(runs))]
        for file, run in zip(files, runs, strict=True):
            write_run(run, file)
        assert list(merge_runs(files)) == sorted({line for run in runs for line in run})


@given(st.lists(lines, max_size=3), st.lists(lines, max_size=3))
def test_what_one_of_two_sets_of_runs_has(old: list[list[bytes]], now: list[list[bytes]]) -> None:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / str(number) for number in range(len(old) + len(now))]
        for file, run in zip(files, (*old, *now), strict=True):
            write_run(run, file)
        found = list(differences(files[: len(old)], files[len(old) :]))
    before, after = ({line for run in runs for line in run} for runs in (old, now))
    assert found == sorted((line, 1 if line in after else -1) for line in before ^ after)


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    tasks = [str(number) for number in range(20)]
    assert list(in_order(int, tasks, workers)) == list(range(20))


def test_what_a_task_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(in_order(int, ["1", "x", "3"], 2))


def test_a_worker_that_dies_is_reported() -> None:
    with pytest.raises(BuildError, match="worker process died"):
        list(in_order(os._exit, [3] * 5, 2))


def test_few_pages_are_done_by_one_process_and_many_by_one_a_processor() -> None:
    assert worker_count(None, 10) == 1
    assert worker_count(None, 100_000) == (os.cpu_count() or 1)
    assert worker_count(7, 10) == 7
