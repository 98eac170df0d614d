"""The text and the HTML of one page give the same record, in the markups of a 2000s site."""

import html
import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hemicycle.parse import parse
from hemicycle.read import read_bytes
from hemicycle.records import Record

HERE = Path(__file__).parent
CASES = [page.parent for page in sorted(HERE.glob("*/*/page.txt"))]
BLANKS = re.compile(r"\n[\n \u00a0]*|[ \u00a0]+")
PLACES = frozenset({"start", "end", "spans", "source", "unread"})


def in_paragraphs(lines: list[str]) -> str:
    """Each line a paragraph, an entity for each no-break space."""
    return "<html><body>" + "\n".join(f"<p>{line}</p>" for line in lines) + "</body></html>"


def in_breaks(lines: list[str]) -> str:
    """All lines in one cell, upper-case tags, nothing closed."""
    return "<HTML><BODY><TABLE WIDTH=100%><TR><TD>" + "<BR>\n".join(lines)


def in_rows(lines: list[str]) -> str:
    """Each line a row of a table inside a table, its cells not closed."""
    rows = "\n".join(f"<tr><td align=left>{line}" for line in lines)
    return f"<table border=0><tr><td><table>{rows}</table></td></tr></table>"


def in_fonts(lines: list[str]) -> str:
    """Lines in divisions, words in font tags, with a head and a script to leave out."""
    body = "".join(f"<div><font size=2>{line}</font></div>" for line in lines)
    head = "<head><title>Sénat</title><script>if (1 < 2) { x }</script></head>"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"


FORMS = {form.__name__: form for form in (in_paragraphs, in_breaks, in_rows, in_fonts)}


def as_html(text: str, form: str) -> str:
    lines = [html.escape(line.strip(" ")).replace("\u00a0", "&nbsp;") for line in text.split("\n")]
    return FORMS[form]([line for line in lines if line])


def without_places(value: Any) -> Any:
    """A record as plain data without offsets, its texts without empty lines and doubled blanks."""
    if isinstance(value, dict):
        return {key: without_places(own) for key, own in value.items() if key not in PLACES}
    if isinstance(value, list | tuple):
        return [without_places(own) for own in value]
    return (
        BLANKS.sub(lambda run: run.group()[0].replace("\u00a0", " "), value)
        if isinstance(value, str)
        else value
    )


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_html_gives_the_record_of_the_text(case: Path, form: str, declared: str) -> None:
    data = (case / "page.txt").read_bytes()
    address = case / "address.txt"
    url = address.read_text(encoding="utf-8").strip() if address.exists() else None
    page = read_bytes(data, file="page.txt", url=url)
    markup = as_html(page.text, form)
    encoded = markup.encode(declared, "xmlcharrefreplace")
    laid_out = read_bytes(encoded, file="page.html", url=url)
    found = without_places(msgspec.to_builtins(parse(laid_out)))
    assert found == without_places(msgspec.to_builtins(parse(page)))


def cell_of(text: str) -> str:
    lines = [html.escape(line).replace("\u00a0", "&nbsp;") for line in text.split("\n")]
    return (
        "".join(f"<p>{line}</p>" for line in lines if line.strip()) if len(lines) > 1 else lines[0]
    )


def in_columns(record: Record) -> str:
    """A bilingual print as a table of two columns, French left and Dutch right."""
    rows = [("SÉNAT DE BELGIQUE", "BELGISCHE SENAAT")]
    if record.session:
        rows.append((f"Session {record.session}", f"Zitting {record.session}"))
    rows.append(
        (f"Question écrite n° {record.question}", f"Schriftelijke vraag nr. {record.question}")
    )
    if record.asker:
        name = f"{record.asker.name} ({record.asker.party})"
        rows.append((f"de {name}", f"van {name}"))
    rows.append((f"à la {record.addressee['fr']}", f"aan de {record.addressee['nl']}"))
    rows.append((record.title["fr"], record.title["nl"]))
    rows.append((keywords(record, "fr"), keywords(record, "nl")))
    for event in record.events:
        line = f"{event.on.day}/{event.on.month}/{event.on.year}{DUTCH[event.kind]}"
        rows.append((line, line))
    for relation in record.relations:
        line = f"{FRENCH[relation.kind]} : {FRENCH[relation.target_kind]} {relation.target}"
        rows.append((line, line))
    rows.append(marker(record))
    rows.append(
        (cell_of(record.question_text["fr"].text), cell_of(record.question_text["nl"].text))
    )
    for answer in record.answers:
        day = answer.received_on
        assert day is not None
        rows.append(
            (
                f"Réponse reçue le {written(day, 'fr')} :",
                f"Antwoord ontvangen op {written(day, 'nl')} :",
            )
        )
        rows.append((cell_of(answer.text["fr"].text), cell_of(answer.text["nl"].text)))
    body = "\n".join(f"<TR><TD VALIGN=top>{left}<TD>{right}" for left, right in rows)
    return f"<HTML><BODY><TABLE>{body}</TABLE></BODY></HTML>"


DUTCH = {
    "question-sent": "Verzending vraag",
    "answer": "Antwoord",
    "end-of-legislature": "Einde zittingsperiode",
}
FRENCH = {
    "also-asked": "Aussi posée à",
    "reintroduction-of": "Réintroduction de",
    "requalification-of": "Requalification de",
    "written-question": "question écrite",
    "request-for-explanations": "demande d'explications",
}
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
LANGUAGES = {"fr": ("français", "Frans"), "nl": ("néerlandais", "Nederlands")}


def written(day: date, language: str) -> str:
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def keywords(record: Record, language: str) -> str:
    return "<br>".join(row[language] for row in record.keywords)


def marker(record: Record) -> tuple[str, str]:
    assert record.asked_on is not None
    french, dutch = LANGUAGES[record.original_language or ""]
    left = f"Question n° {record.question} du {written(record.asked_on, 'fr')} :"
    right = f"Vraag nr. {record.question} d.d. {written(record.asked_on, 'nl')} :"
    return f"{left} (Question posée en {french})", f"{right} (Vraag gesteld in het {dutch})"


BILINGUAL = [case for case in CASES if case.name.startswith("bilingual") and "-de" not in case.name]


@pytest.mark.parametrize("case", BILINGUAL, ids=lambda case: case.name)
def test_two_columns_give_the_record_of_the_text(case: Path) -> None:
    record = parse(read_bytes((case / "page.txt").read_bytes(), file="page.txt"))
    record = msgspec.structs.replace(record, answer_deadline=None)
    laid_out = read_bytes(in_columns(record).encode("utf-8"), file="page.html")
    found = parse(laid_out)
    assert found.unread == ()
    assert without_places(msgspec.to_builtins(found)) == without_places(msgspec.to_builtins(record))
