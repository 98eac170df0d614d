"""What holds for every page, however mangled."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.errors import ParseError
from hemicycle.page import Page, Source
from hemicycle.parse import parse
from hemicycle.records import Part, Record

DOCUMENTS = sorted((Path(__file__).parent.parent / "documents").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in DOCUMENTS]


def make(text: str) -> Page:
    """A page of a text; hypothesis does not take the fixture."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(file="page.txt", url=None, retrieved_at=None, sha256=digest, encoding="utf-8")
    return Page(text=text, source=source)


def parts_of(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from parts_of(part.parts)


def texts_of(record: Record) -> Iterator[tuple[str, int, int]]:
    for text in record.question_text.values():
        yield text.text, text.start, text.end
        yield from ((part.text, part.start, part.end) for part in parts_of(text.parts))
    for answer in record.answers:
        texts = [answer.text, *(section.text for section in answer.sections)]
        for own in texts:
            yield from ((text.text, text.start, text.end) for text in own.values())
        for section in answer.sections:
            for parts in section.parts.values():
                yield from ((part.text, part.start, part.end) for part in parts_of(parts))


def check(page: Page) -> None:
    """The record of a page, if it has one, speaks of that page alone."""
    try:
        record = parse(page)
    except ParseError:
        return
    for text, start, end in texts_of(record):
        assert text == page.text[start:end] == text.strip()
    for places in record.spans.values():
        assert all(0 <= start < end <= len(page.text) for start, end in places)
    lines = page.text.split("\n")
    for unread in record.unread:
        assert lines[unread.line - 1].strip() == unread.text != ""
    if record.question is not None:
        assert record.question.split("-")[1] in page.text
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


@given(st.sampled_from(TEXTS), st.integers(min_value=0), st.integers(min_value=0))
@settings(deadline=None)
def test_cut_anywhere(text: str, left: int, right: int) -> None:
    check(make(text[left % len(text) : right % len(text)]))


@given(st.sampled_from(TEXTS), st.integers(0, 2**32), st.integers(0, 3))
@settings(deadline=None)
def test_lines_dropped_doubled_shuffled(text: str, seed: int, way: int) -> None:
    random = Random(seed)
    lines = text.split("\n")
    at = [random.randrange(len(lines)) for _ in range(9)]
    if way == 0:
        lines = [line for number, line in enumerate(lines) if number not in at]
    elif way == 1:
        lines = [copy for n, line in enumerate(lines) for copy in [line] * (2 if n in at else 1)]
    elif way == 2:
        random.shuffle(lines)
    else:
        for number in at:
            lines[number] = lines[number][::-1] + "\u202e\x07\t|"
    check(make("\n".join(lines)))


@given(st.text(max_size=400), st.sampled_from(TEXTS), st.integers(min_value=0))
@settings(deadline=None)
def test_noise_inside(noise: str, text: str, at: int) -> None:
    check(make(text[: at % len(text)] + noise + text[at % len(text) :]))


HEADING = "Question écrite n° 5-1\n"
MARKER = "Question n° 5-1 du 30 avril 2013 :\n"
ANSWER = "Réponse reçue le 1 mai 2013 :"
WORST = {
    "one line": (HEADING, "1) a "),
    "labels": (MARKER, "1) a\na) b\n"),
    "keywords": (HEADING, "a\n"),
    "events": (HEADING, "30/4/2013Rappel\n"),
    "relations": (HEADING, "Aussi posée à : question écrite 5-1 "),
    "relation lines": (HEADING, "Aussi posée à : question écrite 5-1\n"),
    "blanks": (HEADING, " \u00a0\t"),
    "colons": (HEADING, "a:" * 900 + "\n"),
    "headings": (f"{MARKER}{ANSWER}\n", "SPF Justice\nx\n"),
    "answers": (MARKER, f"{ANSWER} x\n"),
    "cells": ("SÉNAT DE BELGIQUE | BELGISCHE SENAAT |\n", "a | b | "),
    "days": (f"{HEADING}de A B (C)\nau ministre X\nTitre\nChronologie\n", "30/4/2013\n"),
    "days and labels": (
        f"{HEADING}de A B (C)\nau ministre X\nTitre\nChronologie\n",
        "30/4/2013\nx\n",
    ),
    "unknown relations": (f"{HEADING}Titre\n30/4/2013Rappel\n", "ab : cd ef gh 5-1\n"),
    "two labels a line": (MARKER, "1) a) b\n"),
    "numerals": (MARKER, "I. a\nA. b\n1. c\na) d\nII. e\n"),
    "parts by name": (MARKER, "Réponse à la question 1, 1, 1\n"),
    "bodies": (f"{MARKER}{ANSWER}\n", "Régie des bâtiments :\n1) x.\n"),
    "leads": (f"{MARKER}{ANSWER}\n", "En ce qui concerne la :\n"),
    "no text yet": (f"{MARKER}{ANSWER}\n", "Texte pas encore disponible.\n"),
    "bulletin headers": ("Vragen en Antwoorden\n", "Vraag nr. 1 van a\n"),
    "bulletin answers": ("Vragen en Antwoorden\n", "Aanvullend antwoord : x\n"),
    "title": (f"SÉNAT DE BELGIQUE BELGISCHE SENAAT\n{HEADING}", "la \n"),
}


@pytest.mark.parametrize("name", WORST)
def test_no_rule_runs_away(name: str) -> None:
    """Much of the worst ends soon; a rule whose time grows with the square would not."""
    head, piece = WORST[name]
    check(make(head + piece * (400_000 // len(piece))))


@pytest.mark.parametrize("piece", ["a\n", "a\n\n", "Vraag\n", "minister van\n"])
def test_much_above_a_header(piece: str) -> None:
    header = "Vraag nr. 3-1 van de heer A d.d. 1 maart 2006 (N.) :\nTitel.\n\nHoeveel?\n"
    check(make("Vragen en Antwoorden\n" + piece * 80_000 + header))
