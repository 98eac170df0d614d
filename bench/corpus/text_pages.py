"""A sheet to the text of a web page, a print or a table, as they are copied off the site."""

from random import Random

from corpus import labels
from corpus.days import misspell, session, written
from corpus.lines import (
    addressee,
    asker,
    body_lines,
    event_lines,
    keywords,
    question_lines,
    told,
)
from corpus.sheets import PrintedAnswer, Sheet

_RULE, _WIDE_RULE, _TWO_RULES = "_" * 8, "_" * 16, "________ ________"
_NO_BREAK_LINE = "\u00a0"


def web_page(sheet: Sheet) -> str:
    """The page of the site itself: an empty line between any two stretches."""
    language, member = sheet.language, sheet.member
    day = misspell(labels.on_day(sheet.asked_on, language), Random(sheet.bits))
    stretches = [
        " ".join(labels.LINKS[language]),
        labels.heading(member.number, language),
        f"{'de' if language == 'fr' else 'van'} {asker(sheet)} {day}",
        addressee(sheet, language),
        sheet.family.title.get(language),
        "\n".join(keywords(sheet, language)),
        "Chronologie",
        "\n".join(event_lines(sheet, language)),
        *(["\n".join(labels.tie_lines(sheet.ties, language))] if sheet.ties else []),
        *([sheet.stray] if sheet.stray else []),
        labels.question_marker(member.number, sheet.asked_on, sheet.family.language, language),
        *body_lines(sheet, language),
    ]
    return "\n\n".join(stretches) + "\n"


def unilingual_print(sheet: Sheet) -> str:
    """The print in one language, which says `de` of the asker in Dutch too."""
    language, member = sheet.language, sheet.member
    marker = labels.print_marker(member.number, sheet.asked_on, sheet.family.language, language)
    lines = [
        labels.INSTITUTIONS[language],
        *(_RULE, labels.session_line(session(member.legislature, sheet.asked_on), language)),
        *(_RULE, misspell(written(sheet.asked_on, language), Random(sheet.bits)), _RULE),
        f"{labels.HOUSES[language]} {labels.heading(member.number, language)}\n",
        f"de {asker(sheet)}\n",
        *(addressee(sheet, language), _RULE, sheet.family.title.get(language), _RULE),
        *(*keywords(sheet, language), _RULE, *event_lines(sheet, language), _RULE),
        *labels.tie_lines(sheet.ties, language),
        *([sheet.stray] if sheet.stray else []),
        *(_RULE, marker + "\n"),
    ]
    return "\n".join(lines) + "\n" + "\n\n".join(body_lines(sheet, language)) + "\n"


def bilingual_print(sheet: Sheet) -> str:
    """The print in both languages: the chronology twice and in Dutch, relations as LANG says."""
    number, asked_in = sheet.member.number, sheet.family.language
    title = sheet.family.title
    lines = [
        *both_heads(sheet, " "),
        *(_WIDE_RULE, f"{title.fr} {title.nl} ", _WIDE_RULE),
        *(pair.fr for pair in sheet.keywords),
        *(pair.nl for pair in sheet.keywords),
        *(_TWO_RULES, *(2 * event_lines(sheet, "nl")), _TWO_RULES),
        *_both_ties(sheet),
        " ".join(
            labels.question_marker(number, sheet.asked_on, asked_in, language)
            for language in sheet.languages
        ),
        "",
    ]
    stretches = [
        *question_lines(sheet, "fr"),
        _NO_BREAK_LINE,
        *question_lines(sheet, "nl"),
    ]
    text = "\n".join(lines) + "\n" + "\n\n".join(stretches) + "\n"
    for answer in sheet.answers:
        text += f"\n{_NO_BREAK_LINE}\n" + "\n\n".join(both_answers(answer, " ")) + "\n"
    return text


def table(sheet: Sheet) -> str:
    """What is left of a web page without its head: events as rows of a table, no empty lines."""
    language = sheet.language
    lines = [
        sheet.family.title.get(language),
        *keywords(sheet, language),
        *(f"{line} |" for line in event_lines(sheet, language, " | ")),
        *labels.tie_lines(sheet.ties, language),
        *body_lines(sheet, language),
    ]
    return "\n".join(lines) + "\n"


def both_heads(sheet: Sheet, between: str) -> list[str]:
    """The lines of a bilingual print above its title."""
    member = sheet.member
    years = session(member.legislature, sheet.asked_on)
    return [
        between.join(labels.INSTITUTIONS.values()),
        _WIDE_RULE,
        between.join(labels.session_line(years, language) for language in sheet.languages),
        _WIDE_RULE,
        between.join(written(sheet.asked_on, language) for language in sheet.languages),
        _WIDE_RULE,
        between.join(labels.heading(member.number, language) for language in sheet.languages)
        + "\n",
        f"de {asker(sheet)}\n",
        f"van {asker(sheet)}\n",
        addressee(sheet, "fr") + "\n",
        addressee(sheet, "nl"),
    ]


def _both_ties(sheet: Sheet) -> list[str]:
    """One relation stands twice on one line, several stand in two blocks; none leave no rule."""
    lines = labels.tie_lines(sheet.ties, sheet.language)
    if sheet.stray:
        return [*lines, *lines, sheet.stray, _TWO_RULES]
    if not lines:
        return []
    return [f"{lines[0]} {lines[0]}" if len(lines) == 1 else "\n".join(lines * 2), _TWO_RULES]


def both_answers(answer: PrintedAnswer, between: str) -> list[str]:
    """An answer of a bilingual print: both markers, the French, and at once the Dutch."""
    reply = answer.reply
    markers = [
        labels.answer_marker(reply.on, reply.is_supplementary, language)
        for language in answer.sections
    ]
    return [between.join(markers), *(line for own in answer.sections for line in told(answer, own))]
