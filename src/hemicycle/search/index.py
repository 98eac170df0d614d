"""Records to an index of their titles, questions and answers: one row a text and language."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import BuildError
from hemicycle.mint import question_key
from hemicycle.records import Record

INDEX_FILE = "search.sqlite"

# Accents are folded, in the index and in what is sought: « securite » finds « sécurité ».
# https://www.sqlite.org/fts5.html#unicode61_tokenizer
_FAST = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
"""
_TABLES = """
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL, page TEXT NOT NULL, field TEXT NOT NULL, language TEXT NOT NULL,
    asked_on TEXT, asker TEXT, party TEXT, addressee TEXT, status TEXT
);
CREATE VIRTUAL TABLE words USING fts5(
    title, body, tokenize = 'unicode61 remove_diacritics 2'
);
"""
_ADD_TEXT = "INSERT INTO text VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_WORDS = "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)"
_LAST = "SELECT coalesce(max(id), 0) FROM text"
_GONE = "CREATE TEMPORARY TABLE gone (question TEXT PRIMARY KEY)"
_ADD_GONE = "INSERT OR IGNORE INTO gone VALUES (?)"
_FORGET_WORDS = "DELETE FROM words WHERE rowid IN (SELECT id FROM text JOIN gone USING (question))"
_FORGET_TEXT = "DELETE FROM text WHERE question IN (SELECT question FROM gone)"
_SETTLE = "INSERT INTO words (words) VALUES ('optimize')"


class _Row(Struct, frozen=True):
    """One text: `field` is `question`, `answer`, or `answer-2` …"""

    field: str
    language: str
    title: str
    body: str


def write_index(records: Iterable[Record], statuses: Mapping[str, str], file: Path) -> None:
    """Index some records, the pages of one question together; `statuses` are by question number.

    A text that several pages of a question print stands once. Raises BuildError where
    the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(file)) as index:
            index.executescript(_FAST + _TABLES)
            _fill(index, records, statuses)
            index.execute(_SETTLE)
            index.commit()
    except sqlite3.Error as error:
        raise BuildError(f"cannot be written: {error}", file=file) from error


def change_index(
    gone: Iterable[str], records: Iterable[Record], statuses: Mapping[str, str], file: Path
) -> None:
    """Put other texts of some questions into an index.

    `gone` are the numbers of the questions whose texts go; `records` are those of the texts
    that come, as for `write_index`. Raises BuildError where the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(file)) as index:
            index.executescript(_FAST)
            index.execute(_GONE)
            index.executemany(_ADD_GONE, ((question,) for question in gone))
            index.execute(_FORGET_WORDS)
            index.execute(_FORGET_TEXT)
            _fill(index, records, statuses)
            index.commit()
    except sqlite3.Error as error:
        raise BuildError(f"cannot be written: {error}", file=file) from error


def _fill(
    index: sqlite3.Connection, records: Iterable[Record], statuses: Mapping[str, str]
) -> None:
    (number,) = index.execute(_LAST).fetchone()
    for question, pages in groupby(records, key=_question):
        told: dict[_Row, None] = {}  # pages of one question stand together
        for record in pages:
            for row in _rows(record):
                if row in told:
                    continue
                told[row] = None
                number += 1
                index.execute(_ADD_TEXT, (number, *_facts(record, question, row, statuses)))
                index.execute(_ADD_WORDS, (number, row.title, row.body))


def _question(record: Record) -> str:
    return question_key(record.question, record.source.key)


def _rows(record: Record) -> Iterator[_Row]:
    for language, title in record.title.items():
        whole = record.question_text.get(language)
        yield _Row("question", language, title, "" if whole is None else whole.text)
    for language, whole in record.question_text.items():
        if language not in record.title:
            yield _Row("question", language, "", whole.text)
    for number, answer in enumerate(record.answers, start=1):
        field = "answer" if number == 1 else f"answer-{number}"
        for language, text in answer.text.items():
            yield _Row(field, language, "", text.text)


def _facts(
    record: Record, question: str, row: _Row, statuses: Mapping[str, str]
) -> tuple[str | None, ...]:
    asker = record.asker
    addressee = record.addressee.get(row.language) or next(iter(record.addressee.values()), None)
    return (
        question,
        record.source.key,
        row.field,
        row.language,
        None if record.asked_on is None else record.asked_on.isoformat(),
        None if asker is None else asker.name,
        None if asker is None else asker.party,
        addressee,
        statuses.get(question),
    )
