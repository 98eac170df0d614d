"""A store to the counts that a build's report and catalogue give."""

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Store

from hemicycle.catalog import Counts, TermCount
from hemicycle.mint import Mint
from hemicycle.query import Rows, internal_query, run_query


class Summary(Struct, frozen=True):
    """What a build holds; `questions_read` are those of which a page was read."""

    questions_known: int
    questions_read: int
    families: int
    services: int
    accounts: int
    findings: int


class FindingCount(Struct, frozen=True):
    """How often a finding occurs, with the words of the pages and one file that has it."""

    kind: str
    words: str
    times: int
    example: str


def summarise(store: Store, mint: Mint) -> Summary:
    """The counts of a build."""
    (row,) = _rows("internal/summary", store, mint)
    return Summary(*(int(cell) for cell in row))


def finding_counts(store: Store, mint: Mint) -> tuple[FindingCount, ...]:
    """The findings by kind and words, most frequent first."""
    return tuple(
        FindingCount(kind.rpartition("/")[2], words, int(times), example)
        for kind, words, times, example in _rows("internal/findings", store, mint)
    )


def graph_counts(store: Store, mint: Mint) -> Counts:
    """What the merge holds, by class and by property."""
    properties = _term_counts("internal/properties", store, mint)
    triples = sum(row.count for row in properties)
    return Counts(triples, _term_counts("internal/classes", store, mint), properties)


def _term_counts(name: str, store: Store, mint: Mint) -> tuple[TermCount, ...]:
    return tuple(TermCount(term, int(count)) for term, count in _rows(name, store, mint))


def _rows(name: str, store: Store, mint: Mint) -> list[list[str]]:
    found = run_query(store, internal_query(name), mint)
    assert isinstance(found, Rows)  # every query of queries/internal that is read here is a SELECT
    return [[_text(cell) for cell in row] for row in found.rows]


def _text(cell: object) -> str:
    return cell.value if isinstance(cell, Literal | NamedNode) else ""
