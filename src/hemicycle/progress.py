"""The stages of long work, as they go, to a terminal or to plain lines; and each one's share."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from msgspec import Struct
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text


class Progress(Protocol):
    """Is told which stage begins, of how many steps, and of each step that is done."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins, and with it the one before ends."""

    def advance(self, steps: int = 1) -> None:
        """Some steps of the stage are done."""


class Share(Struct, frozen=True):
    """How long a stage took, in seconds of wall time."""

    name: str
    seconds: float


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Nothing is told."""

    def advance(self, steps: int = 1) -> None:
        """Nothing is told."""


class Timed:
    """Hands everything on, and keeps how long each stage took."""

    def __init__(self, inner: Progress, clock: Callable[[], float] = time.monotonic) -> None:
        self._inner = inner
        self._clock = clock
        self._begun: list[tuple[str, float]] = []

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins."""
        self._begun.append((name, self._clock()))
        self._inner.stage(name, total)

    def advance(self, steps: int = 1) -> None:
        """Some steps are done."""
        self._inner.advance(steps)

    def shares(self) -> tuple[Share, ...]:
        """The stages so far, the last one until now."""
        ends = [begun for _, begun in self._begun[1:]] + [self._clock()]
        return tuple(
            Share(name, end - begun) for (name, begun), end in zip(self._begun, ends, strict=True)
        )


class Lines:
    """Writes a plain line when a stage begins."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    def stage(self, name: str, total: int | None = None) -> None:
        """One line."""
        self._say(name if total is None else f"{name} ({total})")

    def advance(self, steps: int = 1) -> None:
        """Steps are not told: a log would drown in them."""


class Terminal:
    """Draws a bar a stage, with rate and time left."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def stage(self, name: str, total: int | None = None) -> None:
        """The bar before is full, a new one stands below it."""
        self._finish()
        self._task = self._bars.add_task(name, total=total)

    def advance(self, steps: int = 1) -> None:
        """The bar moves."""
        if self._task is not None:
            self._bars.advance(self._task, steps)

    def _finish(self) -> None:
        if self._task is not None:
            done = self._bars.tasks[self._task].completed or 1
            self._bars.update(self._task, total=done, completed=done)


class _Rate(ProgressColumn):
    """Steps a second, once there are some."""

    def render(self, task: Task) -> Text:
        """As text; empty before the first step."""
        return Text("" if task.speed is None else f"{task.speed:.0f}/s")


@contextmanager
def shown(console: Console, say: Callable[[str], None]) -> Iterator[Timed]:
    """Progress for people: bars where the console is a terminal, else plain lines."""
    if not console.is_terminal:
        yield Timed(Lines(say))
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=console) as bars:
        yield Timed(Terminal(bars))


def shares_text(shares: tuple[Share, ...]) -> str:
    """The stages with their seconds and their part of the whole, a line each."""
    whole = sum(share.seconds for share in shares) or 1.0
    rows = [
        f"{share.seconds:>9.1f} s {share.seconds / whole:>5.0%}  {share.name}" for share in shares
    ]
    return "\n".join([*rows, f"{whole:>9.1f} s        together"])
