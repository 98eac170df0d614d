"""A sheet to the HTML of a site of the 2000s: tables for all that stands side by side."""

from collections.abc import Iterable, Sequence
from html import escape
from random import Random

from corpus import labels
from corpus.days import misspell, numeric
from corpus.lines import (
    addressee,
    asker,
    body_lines,
    keywords,
    question_lines,
    told,
)
from corpus.other_pages import bulletin
from corpus.sheets import PrintedAnswer, Sheet
from corpus.text_pages import both_heads, unilingual_print

_HEAD = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}</title>
<style type="text/css">td {{ font-family: Arial, sans-serif; font-size: 10pt }}</style>
</head>
<body bgcolor="#FFFFFF">
<table width="760" border="0" cellspacing="0" cellpadding="4">
"""
_FOOT = "</table>\n</body>\n</html>\n"


def html_page(sheet: Sheet, charset: str) -> str:
    """The page as HTML; the layout is web, bulletin or one of the two prints."""
    rows = _ROWS[sheet.layout](sheet)
    title = escape(f"{sheet.member.number} {sheet.family.title.get(sheet.language)}")
    return "".join([_HEAD.format(charset=charset, title=title), *rows, _FOOT])


def _row(*cells: str) -> str:
    inner = "".join(f'<td valign="top">{cell}</td>' for cell in cells)
    return f"<tr>{inner}</tr>\n"


def _lines(lines: Iterable[str]) -> str:
    return "<br>\n".join(escape(line, quote=False) for line in lines)


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def _chronology(sheet: Sheet, language: str) -> str:
    """A table of its own: the day, and what happened."""
    rows = []
    for event in sheet.happenings:
        label = labels.event_label(event, language)
        if sheet.deadline and event is sheet.happenings[0] and sheet.layout == "web":
            label += " " + labels.deadline_label(sheet.deadline, language, sheet.is_loose)
        rows.append(_row(numeric(event.on), label))
        if sheet.deadline and event is sheet.happenings[0] and sheet.layout != "web":
            note = labels.deadline_label(sheet.deadline, language, sheet.is_loose)
            rows.append(_row("&nbsp;", note))
    return f'<table border="0" cellpadding="1">\n{"".join(rows)}</table>'


def _web(sheet: Sheet) -> list[str]:
    language, member = sheet.language, sheet.member
    day = misspell(labels.on_day(sheet.asked_on, language), Random(sheet.bits))
    one, two = labels.LINKS[language]
    marker = labels.question_marker(member.number, sheet.asked_on, sheet.family.language, language)
    return [
        _row(f'<a href="SVPrintNLFR">{one}</a> <a href="SVPrint">{two}</a>'),
        _row(f"<b>{labels.heading(member.number, language)}</b>"),
        _row(_lines([f"{'de' if language == 'fr' else 'van'} {asker(sheet)} {day}"])),
        _row(_lines([addressee(sheet, language)])),
        _row(f"<i>{_lines([sheet.family.title.get(language)])}</i>"),
        _row(_lines(keywords(sheet, language))),
        _row("<b>Chronologie</b>"),
        _row(_chronology(sheet, language)),
        *([_row(_lines(labels.tie_lines(sheet.ties, language)))] if sheet.ties else []),
        *([_row(_lines([sheet.stray]))] if sheet.stray else []),
        _row(f"<b>{marker}</b>"),
        _row(_paragraphs(body_lines(sheet, language))),
    ]


def _rows_of_text(text: str) -> list[str]:
    """Each line of a text page as a row; rules are drawn, the text below stands in paragraphs."""
    rows = []
    for line in text.split("\n"):
        if line and not line.strip("_"):
            rows.append(_row("<hr>"))
        elif line.strip():
            rows.append(_row(_paragraphs([line])))
    return rows


def _unilingual(sheet: Sheet) -> list[str]:
    head, separator, body = unilingual_print(sheet).rpartition("_" * 8 + "\n")
    marker, *paragraphs = [line for line in body.split("\n") if line]
    return [
        *_rows_of_text(head + separator),
        _row(f"<b>{marker}</b>"),
        _row(_paragraphs(paragraphs)),
    ]


def _bilingual(sheet: Sheet) -> list[str]:
    number, asked_in, title = sheet.member.number, sheet.family.language, sheet.family.title
    ties = _lines(labels.tie_lines(sheet.ties, sheet.language))
    chronology = _chronology(sheet, "nl")
    heads = [line.strip() for line in both_heads(sheet, "\t")]
    markers = (
        labels.question_marker(number, sheet.asked_on, asked_in, own) for own in sheet.languages
    )
    return [
        *(_head_row(line) for line in heads),
        _row("<hr>"),
        _row(_lines([title.fr]), _lines([title.nl])),
        _row("<hr>"),
        _row(_lines(keywords(sheet, "fr")), _lines(keywords(sheet, "nl"))),
        _row("<hr>", "<hr>"),
        _row(chronology, chronology),
        _row("<hr>", "<hr>"),
        *([_row(ties, ties), _row("<hr>", "<hr>")] if sheet.ties else []),
        *([_row(_lines([sheet.stray]))] if sheet.stray else []),
        _row(*(f"<b>{marker}</b>" for marker in markers)),
        _row(*(_paragraphs(question_lines(sheet, own)) for own in sheet.languages)),
        *(row for answer in sheet.answers for row in _answer(answer)),
    ]


def _head_row(line: str) -> str:
    return _row("<hr>") if not line.strip("_") else _row(*(_lines([x]) for x in line.split("\t")))


def _answer(answer: PrintedAnswer) -> Sequence[str]:
    reply = answer.reply
    markers = (
        labels.answer_marker(reply.on, reply.is_supplementary, own) for own in answer.sections
    )
    return [
        _row(*(f"<b>{marker}</b>" for marker in markers)),
        _row(*(_paragraphs(told(answer, own)) for own in answer.sections)),
    ]


def _bulletin(sheet: Sheet) -> list[str]:
    return [_row(_paragraphs(line for line in bulletin(sheet).split("\n") if line))]


_ROWS = {
    "web": _web,
    "unilingual-print": _unilingual,
    "bilingual-print": _bilingual,
    "bulletin": _bulletin,
}
