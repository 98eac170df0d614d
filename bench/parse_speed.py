"""How many pages a second one core reads and parses, and how long the worst pages take.

    python bench/parse_speed.py

Text pages are the two real documents; the HTML pages are the same, every line a row
of a nested table. A figure is the best of several rounds: the machine's other work
makes a round slower, never faster. The worst pages have 5 MB each.
"""

import html
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hemicycle.errors import HemicycleError
from hemicycle.parse import parse
from hemicycle.read import read_bytes

DOCUMENTS = sorted((Path(__file__).parent.parent / "tests" / "documents").glob("*.txt"))
ROUNDS = 40
HEADING = "Question écrite n° 5-1\n"
MARKER = "Question n° 5-1 du 30 avril 2013 :\n"
ANSWER = "Réponse reçue le 1 mai 2013 :"
WORST = {
    "labels 1) a)": (MARKER, "1) a\na) b\n"),
    "keywords": (HEADING, "a\n"),
    "events": (HEADING, "30/4/2013Rappel\n"),
    "relations on one line": (HEADING, "Aussi posée à : question écrite 5-1 "),
    "relations": (HEADING, "Aussi posée à : question écrite 5-1\n"),
    "colons": (HEADING, "a:" * 900 + "\n"),
    "headings": (f"{MARKER}{ANSWER}\n", "SPF Justice\nx\n"),
    "numerals I. A. 1. a)": (MARKER, "I. a\nA. b\n1. c\na) d\nII. e\n"),
    "names of bodies": (f"{MARKER}{ANSWER}\n", "Régie des bâtiments :\n1) x.\n"),
    "days without label": (f"{HEADING}de A B (C)\nau ministre X\nTitre\n", "30/4/2013\n"),
    "answers": (MARKER, f"{ANSWER} x\n"),
    "cells": ("SÉNAT DE BELGIQUE | BELGISCHE SENAAT |\n", "a | b | "),
    "citations": (MARKER, "question n° "),
}


def as_html(text: str) -> bytes:
    """A text as rows of a table inside a table."""
    lines = [html.escape(line).replace("\u00a0", "&nbsp;") for line in text.split("\n") if line]
    rows = "\n".join(f"<tr><td align=left>{line}" for line in lines)
    return f"<table border=0><tr><td><table>{rows}</table></td></tr></table>".encode()


def best(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest CPU time of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def report_pages() -> None:
    """Pages a second, read and parsed, by document and markup."""
    for path in DOCUMENTS:
        data = path.read_bytes()
        for form, given in (("text", data), ("html", as_html(data.decode("utf-8")))):
            page = read_bytes(given, file=path.name)
            reading = best(lambda given=given: read_bytes(given, file="page"))  # type: ignore[misc]
            parsing = best(lambda page=page: parse(page))  # type: ignore[misc]
            say(
                f"{path.name:28} {form} {len(given) / 1000:5.1f} kB"
                f"  read {1 / reading:7.0f}/s  parse {1 / parsing:6.0f}/s"
                f"  both {1 / (reading + parsing):6.0f}/s"
            )


def report_worst(size: int = 5_000_000) -> None:
    """Seconds for a page of `size` characters of each of the worst shapes, and for a tenth."""
    for name, (head, piece) in WORST.items():
        seconds = []
        for length in (size // 10, size):
            data = (head + piece * (length // len(piece))).encode()
            start = time.process_time()
            try:
                parse(read_bytes(data, file="page.txt"))
            except HemicycleError as error:
                say(f"  {error}")
            seconds.append(time.process_time() - start)
        say(f"{name:24} 0.5 MB {seconds[0]:6.2f} s   5 MB {seconds[1]:6.2f} s")


def say(line: str) -> None:
    """A line to standard output."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    report_pages()
    report_worst()
