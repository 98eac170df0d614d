"""Tasks as workers get them: few at a time, and nothing kept from the build before."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from hemicycle.errors import AuthorityError
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Silent
from hemicycle.workers import AHEAD, in_order

DOCUMENTS = Path(__file__).parent.parent / "documents"


def test_no_more_tasks_are_out_than_keep_the_workers_busy() -> None:
    drawn: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            drawn.append(number)
            yield number

    workers = 2
    results = in_order(abs, tasks(), workers)
    for taken in range(1, 20):
        assert next(results) == taken - 1
        assert len(drawn) == taken + workers * AHEAD
    assert isinstance(results, Generator)
    results.close()


def test_a_process_that_does_two_builds_reads_the_authority_twice(tmp_path: Path) -> None:
    """As workers of a cluster do; the settings of both builds are the same."""
    (page, *_) = sorted(DOCUMENTS.glob("*.txt"))
    (tmp_path / "authority").mkdir()
    settings = Settings(authority=(tmp_path / "authority",), workers=1)
    build([page], tmp_path / "out", settings, Silent())
    (tmp_path / "authority" / "broken.ttl").write_text("<a> <b> ")
    with pytest.raises(AuthorityError):
        build([page], tmp_path / "out", settings, Silent())
