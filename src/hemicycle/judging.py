"""The bytes that came for a question to what is wrong with them, and to the questions they name."""

from hemicycle.errors import HemicycleError
from hemicycle.fetch import Address
from hemicycle.parse import parse
from hemicycle.read import read_bytes
from hemicycle.records import Record

FAMILY = frozenset(
    (
        "also-asked",
        "reintroduced-as",
        "reintroduction-of",
        "requalification-of",
        "requalified-as",
    )
)
"""The kinds of relation that tie a question's family and its chain."""


def judge(address: Address, body: bytes) -> str | None:
    """What is wrong with a page that was asked for; None when it is the question's.

    Hosts send their error pages with status 200 as well: what is no form of the
    Senate's, is empty, or is another question's page is none of ours.
    """
    try:
        record = read_record(address, body)
    except HemicycleError as error:
        return error.problem
    if record.question != address.question:
        return f"is the page of {record.question or 'no question'}"
    if record.asker is None and not record.question_text and not record.events:
        return "is a form that no question fills"
    return None


def read_record(address: Address, body: bytes) -> Record:
    """The record of a page that was fetched; raises ReadError and ParseError."""
    return parse(read_bytes(body, file=address.stem, url=address.url))


def named_questions(record: Record) -> tuple[str, ...]:
    """The written questions of the same family and chain that a record names, each once."""
    targets = (
        relation.target
        for relation in record.relations
        if relation.kind in FAMILY and relation.target_kind == "written-question"
    )
    return tuple(dict.fromkeys(targets))
