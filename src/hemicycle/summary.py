"""A store to the counts that a build's report gives."""

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hemicycle.mint import Mint
from hemicycle.query import Asked, Rows, internal_query, run_query


class Summary(Struct, frozen=True):
    """What a build holds; `questions_read` are those of which a page was read."""

    questions_known: int
    questions_read: int
    families: int
    services: int
    accounts: int
    findings: int


class FindingCount(Struct, frozen=True):
    """How often a finding occurs, with the words of the pages and one file that has it.

    `example` is empty for what no one page shows: that members of a family differ, say.
    """

    kind: str
    words: str
    times: int
    example: str

    def line(self) -> str:
        """The words, and the file where there is one."""
        return f"{self.words}  ({self.example})" if self.example else self.words


def summarise(store: Asked, mint: Mint) -> Summary:
    """The counts of a build."""
    (row,) = _rows("internal/summary", store, mint)
    return Summary(*(int(cell) for cell in row))


def finding_counts(store: Asked, mint: Mint) -> tuple[FindingCount, ...]:
    """The findings by kind and words, most frequent first."""
    return tuple(
        FindingCount(kind.rpartition("/")[2], words, int(times), example)
        for kind, words, times, example in _rows("internal/findings", store, mint)
    )


def question_statuses(store: Asked, mint: Mint) -> dict[str, str]:
    """The status of each question that was read, by its number: `answered`, `lapsed` …"""
    rows = _rows("internal/statuses", store, mint)
    return {number: status.rpartition("/")[2] for number, status in rows}


def _rows(name: str, store: Asked, mint: Mint) -> list[list[str]]:
    found = run_query(store, internal_query(name), mint)
    assert isinstance(found, Rows)  # every query of queries/internal that is read here is a SELECT
    return [[_text(cell) for cell in row] for row in found.rows]


def _text(cell: object) -> str:
    return cell.value if isinstance(cell, Literal | NamedNode) else ""
