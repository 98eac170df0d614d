"""What became of an address, and what became of all of them: the counts and their words."""

from collections import Counter
from typing import Final, Literal, get_args

from msgspec import Struct, field

Outcome = Literal[
    "kept before", "new", "changed", "unchanged", "missing", "no question", "refused", "failed"
]
"""`kept before` and what was `missing` or `no question` in a round that was cut short are not asked
for again; `missing`: the host has no such page; `no question`: a page, but none of that question;
`refused`: an answer that is not taken; `failed`: no whole answer after all tries."""

OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
GOOD: Final[frozenset[Outcome]] = frozenset(("kept before", "new", "changed", "unchanged"))


class Fetched(Struct, frozen=True, kw_only=True):
    """What became of one address; `body` is the page where one is kept."""

    outcome: Outcome
    status: int | None = None
    problem: str | None = None
    body: bytes | None = None


class Tally(Struct):
    """Counts as a round goes: addresses by outcome, answers of any kind by status."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)


class FetchReport(Struct, frozen=True, kw_only=True):
    """What one call did: every address it came to by outcome, every answer by status.

    `stopped` says why it did not come to its end; `seconds` is wall time.
    """

    outcomes: dict[Outcome, int]
    statuses: dict[int, int]
    seconds: float
    stopped: str | None = None

    @property
    def addresses(self) -> int:
        """How many addresses it came to."""
        return sum(self.outcomes.values())

    @property
    def is_good(self) -> bool:
        """Whether it came to its end and every address has a page."""
        return self.stopped is None and set(self.outcomes) <= GOOD


def fetch_report(tally: Tally, seconds: float, stopped: str | None) -> FetchReport:
    """The report, its counts in a fixed order."""
    return FetchReport(
        outcomes={name: tally.outcomes[name] for name in OUTCOMES if tally.outcomes[name]},
        statuses={status: tally.statuses[status] for status in sorted(tally.statuses)},
        seconds=seconds,
        stopped=stopped,
    )


def fetch_text(report: FetchReport) -> str:
    """The report as lines of text, numbers first.

    >>> print(fetch_text(FetchReport(outcomes={"new": 2}, statuses={200: 3}, seconds=2.0)))
           2  addresses
           2  new
           3  answers in 2.0 s: 3 of status 200
    """
    rows = [(report.addresses, "addresses"), *((n, name) for name, n in report.outcomes.items())]
    answers = sum(report.statuses.values())
    parts = [f"{count} of status {status}" for status, count in report.statuses.items()]
    by_status = f": {', '.join(parts)}" if parts else ""
    rows.append((answers, f"answers in {report.seconds:.1f} s{by_status}"))
    return "\n".join(f"{count:>8}  {name}" for count, name in rows)
