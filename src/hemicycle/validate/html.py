"""A validation report to a page for people; it loads nothing from anywhere."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.builder import E

from hemicycle.validate.render import cut, heading, message, short, short_path
from hemicycle.validate.report import Report, Result
from hemicycle.validate.words import WORDS, Language, Words

_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")
_STYLE = """
:root { color-scheme: light dark; --line: #8886; --bad: #b3261e; --odd: #8a5a00; }
body { font: 1rem/1.5 "Source Serif 4", Charter, Georgia, serif; max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
article { border-top: 1px solid var(--line); padding: .75rem 0; }
article p { margin: .2rem 0; } b.Violation { color: var(--bad); } b.Warning { color: var(--odd); }
code { font: .85em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
td { padding: .1rem .6rem; } td:first-child { text-align: right;
  font-variant-numeric: tabular-nums; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --odd: #ffcf70; } }
"""


def as_html(report: Report, language: Language = "en") -> str:
    """The report as a page: whether the graph conforms, each result, what was looked at."""
    words = WORDS[language]
    title = heading(report, words)
    totals = Counter(result.severity for result in report.results)
    counted = words.counted.format(violations=totals["Violation"], warnings=totals["Warning"])
    page = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(title),
            E.style(_STYLE),
        ),
        E.body(
            E.h1(title),
            E.p(counted),
            *(_article(result, words, language) for result in report.results),
            *_lists(report, words),
        ),
        lang=language,
    )
    return etree.tostring(page, doctype="<!DOCTYPE html>", method="html", encoding="unicode") + "\n"


def _article(result: Result, words: Words, language: Language) -> etree._Element:
    severity = words.severities.get(result.severity, result.severity)
    article = E.article(
        E.p(E.b(severity, {"class": result.severity}), " ", E.code(_plain(str(result.focus)))),
        E.p(_plain(message(result.messages, language))),
    )
    if result.path is not None:
        value = "" if result.value is None else f" {cut(result.value)}"
        article.append(E.p(E.code(_plain(f"{short_path(result.path)}{value}"))))
    article.append(E.p(E.small(E.code(short(result.shape)))))
    if result.place is not None:
        place = words.place.format(file=result.place.file, line=result.place.line)
        article.append(E.p(E.small(_plain(place))))
    return article


def _lists(report: Report, words: Words) -> Iterator[etree._Element]:
    if report.errors:
        yield E.h2(words.errors)
        yield E.ul(*(E.li(E.code(short(shape))) for shape in report.errors))
    yield E.h2(words.looked_at)
    rows = [
        E.tr(E.td(str(count.focus_nodes)), E.td(E.code(short(count.shape))))
        for count in report.focus_counts
    ]
    yield E.table(*rows)


def _plain(text: str) -> str:
    """A text without what no page can hold."""
    return text.translate(_NOT_XML)
