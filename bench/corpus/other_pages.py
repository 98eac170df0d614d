"""A sheet to the text of a pipe table or of a bulletin."""

from datetime import timedelta
from random import Random

from corpus import labels
from corpus.blocks import printed_lines
from corpus.days import LEGISLATURES, misspell, session, written
from corpus.lines import addressee, asker, question_lines, told
from corpus.sheets import Sheet

_RULE = "________"
_ROW_END = "||||||||"
_ANSWERED = {
    "fr": "Questions posées par les Sénateurs et réponses données par les Ministres",
    "nl": "Vragen van de Senatoren en antwoorden van de Ministers",
}
_UNANSWERED = {
    "fr": "Questions auxquelles il n'a pas été répondu dans le délai réglementaire",
    "nl": "Vragen waarop niet werd geantwoord binnen de tijd bepaald door het reglement",
}
_ARTICLE = {
    "fr": "(Art. {} du règlement du Sénat)",
    "nl": "(Art. {} van het reglement van de Senaat)",
}
_LEGEND = {
    "fr": "(Fr.): Question posée en français - (N.): Question posée en néerlandais",
    "nl": "(N.): Vraag gesteld in {0} Nederlands - (Fr.): Vraag gesteld in {0} Frans",
}
_SAME_TEXT = (
    "De tekst van deze vraag is dezelfde als die van vraag nr. {} aan de {}, "
    "die hiervoor werd gepubliceerd."
)


def pipe_table(sheet: Sheet) -> str:
    """A bilingual print whose cells are kept apart by bars; its chronology is lost."""
    number, asked_in, languages = sheet.member.number, sheet.family.language, sheet.languages
    title = sheet.family.title
    years = session(sheet.member.legislature, sheet.asked_on)
    rows = [
        _short_row(*labels.INSTITUTIONS.values()),
        _short_row(_RULE, _RULE),
        _short_row(*(labels.session_line(years, own) for own in languages)),
        _short_row(_RULE, _RULE),
        _short_row(*(written(sheet.asked_on, own) for own in languages)),
        _short_row(_RULE, _RULE),
        _short_row(*(labels.heading(number, own) for own in languages)),
        _long_row(f"de {asker(sheet)}", f"van {asker(sheet)}"),
        _long_row(*(addressee(sheet, own) for own in languages)),
        _short_row(_RULE, _RULE),
        _short_row(title.fr, title.nl),
        _short_row(_RULE, _RULE),
        _long_row(*(" ".join(pair.get(own) for pair in sheet.keywords) for own in languages)),
        _short_row(_RULE, _RULE),
        f"|\n|\n{_ROW_END}",
        _short_row(_RULE, _RULE),
        _short_row(
            *(labels.question_marker(number, sheet.asked_on, asked_in, own) for own in languages)
        ),
        _short_row(_RULE, _RULE),
        _long_row(*("\n\n".join(question_lines(sheet, own)) for own in languages)),
    ]
    return "\n".join([*rows, *_answer_rows(sheet)]) + "\n"


def _answer_rows(sheet: Sheet) -> list[str]:
    rows = []
    for answer in sheet.answers:
        reply = answer.reply
        rows.append(
            _short_row(
                *(
                    labels.answer_marker(reply.on, reply.is_supplementary, own)
                    for own in sheet.languages
                )
            )
        )
        rows.append(_long_row(*("\n\n".join(told(answer, own)) for own in sheet.languages)))
    return rows


def _short_row(french: str, dutch: str) -> str:
    return f"{french} | {dutch} | {_ROW_END}"


def _long_row(french: str, dutch: str) -> str:
    return f"{french} |\n{dutch} |\n{_ROW_END}"


def bulletin_number(sheet: Sheet) -> str:
    """`3-70`: bulletins of a legislature, two a month, some weeks after the question."""
    legislature = sheet.member.legislature
    days = (sheet.asked_on - LEGISLATURES[legislature].first).days
    return f"{legislature}-{2 + days // 15 % 100}"


def bulletin(sheet: Sheet) -> str:
    """One question of a printed bulletin: head, section, minister, question, answer inline."""
    language = sheet.language
    stretches = [*([] if "no-header" in sheet.faults else _bulletin_head(sheet))]
    in_language = "het" if sheet.member.legislature == 3 else "'t"
    stretches.append(_LEGEND[language].format(in_language))
    if "no-header" not in sheet.faults:
        title = sheet.member.post.title.get(language)
        stretches += ["", title[0].upper() + title[1:]]
        mark = ". — " if sheet.member.legislature == 3 else ".  "
        stretches.append(
            f"{_header(sheet)}\n{sheet.family.title.get(language).replace(' - ', mark)}."
        )
    stretches += bulletin_question(sheet)
    for answer in sheet.answers:
        first, *rest = told(answer, language)
        stretches += [f"{'Réponse' if language == 'fr' else 'Antwoord'} : {first}", *rest]
    return "\n\n".join(stretches) + "\n"


def bulletin_question(sheet: Sheet) -> list[str]:
    """The question's paragraphs, or the sentence that sends to another question."""
    if not sheet.ties:
        return printed_lines(sheet.question[sheet.language])
    other = sheet.family.members[0]
    return [_SAME_TEXT.format(_bare(other.number), other.post.title.nl)]


def _bulletin_head(sheet: Sheet) -> list[str]:
    language, rng = sheet.language, Random(sheet.bits)
    house = labels.INSTITUTIONS[language]
    is_old = sheet.member.legislature < 3
    published = sheet.asked_on + timedelta(days=60)
    start = published.year if published.month >= 10 else published.year - 1
    years = f"{'SESSION DE' if language == 'fr' else 'ZITTING'} {start}-{start + 1}"
    number = f"Bulletin {bulletin_number(sheet)}"
    above = [years, "", number] if is_old and rng.random() < 0.2 else ["", number, years]
    return [
        "Questions et Réponses" if language == "fr" else "Vragen en Antwoorden",
        house.capitalize() if is_old and language == "fr" else house,
        *above,
        _section_title(sheet, "66" if is_old else "70"),
    ]


def _section_title(sheet: Sheet, article: str) -> str:
    """Whether there is an answer, and by which article, on the same line or on the next."""
    language = sheet.language
    if sheet.answers:
        return f"{_ANSWERED[language]} {_ARTICLE[language].format(70)}"
    return f"{_UNANSWERED[language]}\n{_ARTICLE[language].format(article)}"


def _header(sheet: Sheet) -> str:
    """`Question nº 3-4489 de Mme Van de Casteele du 27 février 2006 (N.) :`."""
    language, family = sheet.language, sheet.family
    number = sheet.member.number if sheet.member.legislature == 3 else _bare(sheet.member.number)
    name = family.asker.in_bulletin(language)
    day = misspell(labels.on_day(sheet.asked_on, language), Random(sheet.bits))
    reminder = ""
    for event in sheet.happenings:
        of = "du" if language == "fr" else "van"
        reminder = f" (rappel {of} {written(event.on, language)})"
    mark = "(Fr.)" if family.language == "fr" else "(N.)"
    if language == "fr":
        return f"Question nº {number} de {name} {day}{reminder} {mark} :"
    return f"Vraag nr. {number} van {name} {day}{reminder} {mark} :"


def _bare(number: str) -> str:
    """Legislatures 1 and 2 print the number alone."""
    return number if number.startswith("3-") else number.partition("-")[2]
