"""Words and filters to the texts of an index that have them, the best first."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import QueryError, ReadError

# The weights make a word of the title count as five of the text. Words stand in snippets once
# the best are known: cut out of every text that has them they take most of the time.
_FIND = """
WITH best AS (
  SELECT words.rowid AS id, bm25(words, 5.0, 1.0) AS rank
  FROM words
  WHERE words MATCH :words
    AND (:has_filters = 0 OR EXISTS (
      SELECT 1 FROM text
      WHERE text.id = words.rowid
        AND (:minister IS NULL OR instr(fold(text.addressee), fold(:minister)) > 0)
        AND (:asker IS NULL OR instr(fold(text.asker), fold(:asker)) > 0)
        AND (:party IS NULL OR fold(text.party) = fold(:party))
        AND (:year IS NULL OR substr(text.asked_on, 1, 4) = :year)
        AND (:status IS NULL OR text.status = :status)
        AND (:language IS NULL OR text.language = :language)
    ))
  ORDER BY rank, id
  LIMIT :limit
)
SELECT text.question, text.field, text.language, text.asked_on, text.asker, text.party,
       text.addressee, text.status, text.page,
       snippet(words, -1, '[', ']', '…', 24) AS snippet
FROM best CROSS JOIN words CROSS JOIN text
WHERE words MATCH :words AND words.rowid = best.id AND text.id = best.id
ORDER BY best.rank, best.id
"""


class Filters(Struct, frozen=True, kw_only=True):
    """What a text must have beside the words; None asks for nothing.

    `minister` and `asker` are any part of the printed words, `party` the whole of them,
    all without regard to case and accents; `year` is that of asking, four digits.
    """

    minister: str | None = None
    asker: str | None = None
    party: str | None = None
    year: str | None = None
    status: str | None = None
    language: str | None = None


class Hit(Struct, frozen=True, kw_only=True):
    """One text that has the words; `snippet` has them in square brackets."""

    question: str
    field: str
    language: str
    asked_on: str | None
    asker: str | None
    party: str | None
    addressee: str | None
    status: str | None
    page: str
    snippet: str


def find_words(file: Path, words: str, filters: Filters, limit: int = 20) -> tuple[Hit, ...]:
    """The texts that have all the words, at most `limit`.

    Words in double quotes are sought together; a star at the end of a word stands for
    any ending. Raises QueryError when no word is left, ReadError when there is no index.
    """
    if not file.is_file():
        raise ReadError("holds no index", file=file.parent, remedy="build it again")
    wanted = {name: getattr(filters, name) for name in Filters.__struct_fields__}
    has_filters = any(value is not None for value in wanted.values())
    values = {"words": _pattern(words), "limit": limit, "has_filters": has_filters} | wanted
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as index:
            index.create_function("fold", 1, _fold, deterministic=True)
            rows = index.execute(_FIND, values).fetchall()
    except sqlite3.Error as error:
        raise ReadError(f"is no index of ours: {error}", file=file) from error
    return tuple(Hit(**dict(zip(Hit.__struct_fields__, row, strict=True))) for row in rows)


def _pattern(words: str) -> str:
    """The words as FTS5 asks for them: each quoted, so that none is taken for an operator.

    >>> _pattern('réseaux sociaux* "hors sujet"')
    '"réseaux" "sociaux"* "hors sujet"'
    """
    found = list(_terms(words))
    if not found:
        raise QueryError("no words to search for", remedy="give one word or more")
    return " ".join(found)


def _terms(words: str) -> Iterator[str]:
    for number, stretch in enumerate(words.replace("\0", " ").split('"')):
        if number % 2:
            yield from _quoted_term(stretch, "")
            continue
        for word in stretch.split():
            yield from _quoted_term(word.rstrip("*"), "*" if word.endswith("*") else "")


def _quoted_term(words: str, ending: str) -> Iterator[str]:
    """Nothing, of signs without a letter or digit: the index has none of them."""
    if any(sign.isalnum() for sign in words):
        yield f'"{words.strip()}"{ending}'


def _fold(text: str | None) -> str:
    decomposed = unicodedata.normalize("NFKD", (text or "").casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
