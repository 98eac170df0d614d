"""Two roads to one result to a line: seconds of each, medians of some rounds in turns."""

import statistics
import time
from collections.abc import Callable

from msgspec import Struct


class Compared(Struct, frozen=True):
    """One piece of work: CPU seconds by Hemicycle and by the other, medians."""

    work: str
    ours: float
    other: str
    theirs: float

    def row(self) -> str:
        """A row of a Markdown table; above 1 the other takes longer."""
        ratio = self.theirs / self.ours
        return f"| {self.work} | {self.ours:.3g} | {self.other} | {self.theirs:.3g} | {ratio:.2g} |"


HEAD = "| work | Hemicycle, s | instead | s | ratio |\n| --- | --- | --- | --- | --- |"


def compare(
    work: str, ours: Callable[[], object], other: str, theirs: Callable[[], object], rounds: int
) -> Compared:
    """Both roads in turns, so that the machine's other work meets both."""
    mine: list[float] = []
    others: list[float] = []
    for _ in range(rounds):
        mine.append(seconds(ours))
        others.append(seconds(theirs))
    return Compared(work, statistics.median(mine), other, statistics.median(others))


def seconds(call: Callable[[], object]) -> float:
    """The CPU time of one call, all threads together."""
    start = time.process_time()
    call()
    return time.process_time() - start
