"""A published build to the full-text index of its titles, questions and answers.

The index is the one that a build writes; what its rows need of a record stands in the pages'
graphs, as printed. Records made here have nothing else.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from pyoxigraph import Literal, NamedNode, QuerySolution

from hemicycle.clusters import Tied, place
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.page import Source
from hemicycle.records import Answer, Asker, PartedText, Record, Text
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.published import read_published, solutions
from hemicycle.remote.store import RemoteStore
from hemicycle.search import write_index
from hemicycle.summary import question_statuses

TOGETHER = 100
"""Of how many pages one request asks; it gives about ten rows a page."""

_PAGES = "page/"


class _Read(msgspec.Struct):
    """What the graph of one page says of its question and its answers."""

    key: str
    question: str
    said: dict[str, list[Literal]]
    answers: dict[str, dict[str, str]]


def write_published_index(store: RemoteStore, file: Path) -> None:
    """Write the index of what is published; the file appears whole or not at all.

    Raises EndpointError where the store does not answer, BuildError where it cannot be written.
    """
    statuses = question_statuses(store, store.mint)
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="hemicycle-", dir=file.parent) as folder:
        records = sorted(_records(store.endpoint, store.mint), key=_place)
        index = Path(folder) / file.name
        write_index(records, statuses, index)
        index.replace(file)


def _place(record: Record) -> tuple[int, int, str]:
    question = "" if record.question is None else f"question/{record.question}"
    return place(Tied(key=record.source.key, question=question, others=()))


def _records(endpoint: Endpoint, mint: Mint) -> Iterator[Record]:
    space = mint.graph(_PAGES).value
    graphs = [name for name in read_published(endpoint, mint) if name.startswith(space)]
    for at in range(0, len(graphs), TOGETHER):
        for page in _pages(endpoint, mint, graphs[at : at + TOGETHER]):
            yield _record(page)


def _pages(endpoint: Endpoint, mint: Mint, graphs: Sequence[str]) -> Iterator[_Read]:
    named = [NamedNode(graph) for graph in graphs]
    pages: dict[str, _Read] = {}
    for row in solutions(endpoint, "index-questions", mint, named=named):
        graph = _word(row, "graph")
        question = _word(row, "question").rpartition("/")[2]
        page = pages.setdefault(graph, _Read(graph.rpartition("/")[2], question, {}, {}))
        if isinstance(row["value"], Literal):
            page.said.setdefault(_word(row, "property"), []).append(row["value"])
    for row in solutions(endpoint, "index-answers", mint, named=named):
        words, name = row["words"], _word(row, "answer").rpartition("/")[2]
        if isinstance(words, Literal) and (found := pages.get(_word(row, "graph"))):
            found.answers.setdefault(name, {})[words.language or ""] = words.value
    return iter(pages.values())


def _record(page: _Read) -> Record:
    asker = _first(page, "hc:printedAsker")
    asked_on = _first(page, "hc:askedOn")
    number = _first(page, "dcterms:identifier")
    texts = _by_language(page, "schema:text")
    return Record(
        question=number,
        layout="",
        languages=(),
        session=None,
        asked_on=None if asked_on is None else date.fromisoformat(asked_on),
        original_language=None,
        asker=None if asker is None else Asker(asker, _first(page, "hc:printedParty")),
        addressee=_by_language(page, "hc:printedAddressee"),
        title=_by_language(page, "dcterms:title"),
        keywords=(),
        events=(),
        answer_deadline=None,
        relations=(),
        question_text={tag: PartedText(text, 0, 0, ()) for tag, text in texts.items()},
        answers=tuple(_answers(page)),
        printed_status=None,
        bulletin=None,
        spans={},
        source=Source(file="", url=None, retrieved_at=None, sha256=page.key, encoding=""),
        unread=(),
    )


def _answers(page: _Read) -> Iterator[Answer]:
    """The answers in their order: the first bears the question's name, others a number more.

    One without text is there too: others are numbered by their place.
    """
    numbers = {_number(name, page.question): texts for name, texts in page.answers.items()}
    for number in range(1, max(numbers, default=0) + 1):
        texts = numbers.get(number, {})
        ordered = sorted(texts.items(), key=_french_first)
        yield Answer(None, {tag: Text(text, 0, 0) for tag, text in ordered}, ())


def _number(answer: str, question: str) -> int:
    rest = answer.removeprefix(question).removeprefix("-")
    return int(rest) if rest.isdecimal() else 1


def _first(page: _Read, curie: str) -> str | None:
    found = sorted(literal.value for literal in page.said.get(_full(curie), ()))
    return found[0] if found else None


def _by_language(page: _Read, curie: str) -> dict[str, str]:
    found = {literal.language or "": literal.value for literal in page.said.get(_full(curie), ())}
    return dict(sorted(found.items(), key=_french_first))


def _french_first(entry: tuple[str, str]) -> tuple[bool, str]:
    """Languages in the order that records have them."""
    return entry[0] != "fr", entry[0]


def _full(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def _word(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal)  # the query's patterns bind it
    return term.value
