"""What a user sees of long work, and how its stages share the time."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console

from hemicycle.progress import Lines, Share, Timed, shares_text, shown


def test_stages_end_where_the_next_begins() -> None:
    ticks: Iterator[float] = iter([0.0, 2.0, 8.0])
    said: list[str] = []
    timed = Timed(Lines(said.append), lambda: next(ticks))
    timed.stage("reading", 40)
    timed.advance(40)
    timed.stage("writing")
    assert timed.shares() == (Share("reading", 2.0), Share("writing", 6.0))
    assert said == ["reading (40)", "writing"]


def test_shares_add_up() -> None:
    text = shares_text((Share("reading", 1.0), Share("writing", 3.0)))
    assert [line.split() for line in text.splitlines()] == [
        ["1.0", "s", "25%", "reading"],
        ["3.0", "s", "75%", "writing"],
        ["4.0", "s", "together"],
    ]


def test_a_terminal_gets_bars_with_rate() -> None:
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    with shown(console, lambda _: None) as progress:
        progress.stage("reading", 4)
        progress.advance(4)
        progress.stage("writing")
    assert "reading" in screen.getvalue()
    assert "4/4" in screen.getvalue()


def test_elsewhere_plain_lines() -> None:
    said: list[str] = []
    with shown(Console(file=StringIO()), said.append) as progress:
        progress.stage("reading", 4)
    assert said == ["reading (4)"]
