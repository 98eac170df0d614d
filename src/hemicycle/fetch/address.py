"""Numbers of questions to the addresses of their pages, and to the names of their files."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from msgspec import Struct

from hemicycle.errors import FetchError

Layout = Literal["web", "unilingual-print", "bilingual-print"]
Language = Literal["fr", "nl"]

LAYOUTS: Final[dict[Layout, str]] = {
    "web": "SchriftelijkeVraag",
    "unilingual-print": "SVPrint",
    "bilingual-print": "SVPrintNLFR",
}
"""What the Senate's addresses call each layout."""

LANGUAGES: Final[tuple[Language, ...]] = ("fr", "nl")

_QUESTION = re.compile(r"([1-9]\d?)-([1-9]\d{0,5})")
_STRETCH = re.compile(r"([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?")


class Address(Struct, frozen=True):
    """One page to ask for; `stem` is the name of its file, without ending."""

    question: str
    url: str
    stem: str


def addresses(
    question: str, languages: Sequence[Language], layout: Layout, origin: str
) -> Iterator[Address]:
    """The pages of one question: one a language, and a single one where both stand on one page.

    >>> [address.url for address in addresses("5-8910", ["nl"], "web", "https://www.senate.be")]
    ['https://www.senate.be/www/?MIval=Vragen/SchriftelijkeVraag&LEG=5&NR=8910&LANG=nl']
    >>> [a.stem for a in addresses("5-8910", ["fr", "nl"], "bilingual-print", "https://x.be")]
    ['5/5-8910.bilingual-print.fr']
    """
    legislature, number = question.split("-")
    for language in languages[:1] if layout == "bilingual-print" else languages:
        form = f"MIval=Vragen/{LAYOUTS[layout]}&LEG={legislature}&NR={number}&LANG={language}"
        yield Address(
            question=question,
            url=f"{origin}/www/?{form}",
            stem=f"{legislature}/{question}.{layout}.{language}",
        )


def read_question(text: str) -> str:
    """The number of a question as a user types it.

    Raises FetchError for what is none.

    >>> read_question(" 5-8910 ")
    '5-8910'
    """
    if not _QUESTION.fullmatch(text.strip()):
        raise FetchError(
            f"{text!r} is no number of a question", remedy="write legislature-number: 5-8910"
        )
    return text.strip()


def read_numbers(legislature: int, text: str) -> tuple[str, ...]:
    """The questions of one legislature that numbers and stretches of numbers name, each once.

    Raises FetchError for what is neither.

    >>> read_numbers(5, "8900-8902, 8910,8901")
    ('5-8900', '5-8901', '5-8902', '5-8910')
    """
    found: dict[str, None] = {}
    for piece in text.split(","):
        first, last = _stretch(piece.strip())
        found.update(dict.fromkeys(f"{legislature}-{number}" for number in range(first, last + 1)))
    return tuple(found)


def _stretch(text: str) -> tuple[int, int]:
    stretch = _STRETCH.fullmatch(text)
    first, last = (int(stretch[1]), int(stretch[2] or stretch[1])) if stretch else (1, 0)
    if first > last:
        raise FetchError(f"{text!r} are no numbers of questions", remedy="write 8900-8918 or 8910")
    return first, last
