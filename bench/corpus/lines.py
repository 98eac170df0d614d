"""A sheet to the single lines that several layouts print."""

from corpus import labels
from corpus.blocks import printed_lines
from corpus.days import numeric
from corpus.faults import damage
from corpus.sheets import PrintedAnswer, Sheet


def asker(sheet: Sheet) -> str:
    """`Martine Taelman (Open Vld)`."""
    return f"{sheet.family.asker.name} ({sheet.family.asker.party})"


def addressee(sheet: Sheet, language: str) -> str:
    """`au ministre …`, `aan de minister …`."""
    post = sheet.member.post
    return f"{post.french_article if language == 'fr' else 'aan de'} {post.title.get(language)}"


def keywords(sheet: Sheet, language: str) -> list[str]:
    """The keywords in one language, damaged where the page is."""
    own = [pair.get(language) for pair in sheet.keywords]
    return [damage(keyword) for keyword in own] if sheet.is_damaged else own


def event_lines(sheet: Sheet, language: str, between: str = "") -> list[str]:
    """The chronology; `30/4/2013Envoi question` has a blank after the day on some pages."""
    gap = between or (" " if sheet.is_loose else "")
    lines = [
        f"{numeric(event.on)}{gap}{labels.event_label(event, language)}"
        for event in sheet.happenings
    ]
    if sheet.deadline:
        own_line = "\n" if sheet.layout == "bilingual-print" else " "
        lines[0] += own_line + labels.deadline_label(sheet.deadline, language, sheet.is_loose)
    return lines


def body_lines(sheet: Sheet, language: str) -> list[str]:
    """The paragraphs of the question and of the answers, with what stands above each of these."""
    lines = question_lines(sheet, language)
    for answer in sheet.answers:
        reply = answer.reply
        lines.append(labels.answer_marker(reply.on, reply.is_supplementary, language))
        lines += told(answer, language)
    return lines


def question_lines(sheet: Sheet, language: str) -> list[str]:
    """The paragraphs of the question, damaged where the page is."""
    lines = printed_lines(sheet.question[language])
    return [damage(line) for line in lines] if sheet.is_damaged else lines


def told(answer: PrintedAnswer, language: str) -> list[str]:
    """The paragraphs of an answer, its sections under their headings."""
    if answer.reply.form == "not-yet":
        return [labels.NOT_YET[language]]
    lines: list[str] = []
    for section in answer.sections[language]:
        lines += [section.heading] if section.heading else []
        lines += printed_lines(section.blocks)
    return lines
