"""A sheet to what the record of its page has to say, without places and source."""

from collections.abc import Sequence

from corpus.blocks import Block, PrintedPart, parts_of, printed_lines
from corpus.bodies import Told
from corpus.days import session
from corpus.lines import told
from corpus.other_pages import bulletin_number, bulletin_question
from corpus.sheets import PrintedAnswer, Sheet

Facts = dict[str, object]

_PRINTS = ("unilingual-print", "bilingual-print", "pipe-table")


def truth(sheet: Sheet, file: str) -> Facts:
    """What the generator meant, in the keys and the order of a record."""
    has_head = sheet.layout != "table" and "no-header" not in sheet.faults
    family = sheet.family
    years = session(sheet.member.legislature, sheet.asked_on)
    return {
        "file": file,
        "question": None if "no-header" in sheet.faults else sheet.member.number,
        "layout": sheet.layout,
        "languages": sheet.languages,
        "session": years if sheet.layout in _PRINTS else None,
        "asked_on": None if "no-header" in sheet.faults else sheet.asked_on,
        "original_language": family.language if has_head else None,
        "asker": _asker(sheet) if has_head else None,
        "addressee": {own: _addressee(sheet, own) for own in sheet.languages} if has_head else {},
        "title": _title(sheet, file.endswith(".html")),
        "keywords": [{own: pair.get(own) for own in sheet.languages} for pair in sheet.keywords],
        "events": [_kept(kind=x.kind, on=x.on, label=x.label) for x in sheet.happenings],
        "answer_deadline": sheet.deadline,
        "relations": _relations(sheet),
        "question_text": {own: _question(sheet, own) for own in sheet.languages},
        "answers": [_answer(sheet, answer) for answer in sheet.answers],
        "printed_status": _status(sheet),
        "bulletin": bulletin_number(sheet) if sheet.layout == "bulletin" and has_head else None,
        "unread": [sheet.stray] if sheet.stray else [],
    }


def _kept(**facts: object) -> Facts:
    return {key: value for key, value in facts.items() if value is not None}


def _relations(sheet: Sheet) -> list[Facts]:
    """Without its bulletin's number, a number without legislature is of no question."""
    if "no-header" in sheet.faults and sheet.member.legislature < 3:
        return []
    return [
        _kept(kind=tie.kind, target_kind=tie.target_kind, target=tie.target, label=tie.label)
        for tie in sheet.ties
    ]


def _gap(sheet: Sheet) -> str:
    return "\n" if sheet.layout == "table" else "\n\n"


def _status(sheet: Sheet) -> str | None:
    if sheet.layout != "bulletin" or "no-header" in sheet.faults:
        return None
    return "answered" if sheet.answers else "unanswered"


def _asker(sheet: Sheet) -> Facts:
    asker = sheet.family.asker
    if sheet.layout == "bulletin":
        return {"name": asker.in_bulletin(sheet.language), "party": None}
    return {"name": asker.name, "party": asker.party}


def _addressee(sheet: Sheet, language: str) -> str:
    title = sheet.member.post.title.get(language)
    return title[0].upper() + title[1:] if sheet.layout == "bulletin" else title


def _title(sheet: Sheet, is_html: bool) -> dict[str, str]:
    """The titles; HTML shows the two blanks of old bulletins as one."""
    if "no-header" in sheet.faults:
        return {}
    titles = {own: sheet.family.title.get(own) for own in sheet.languages}
    if sheet.layout == "bulletin":
        mark = ". — " if sheet.member.legislature == 3 else ". " if is_html else ".  "
        titles = {own: title.replace(" - ", mark) + "." for own, title in titles.items()}
    return titles


def _question(sheet: Sheet, language: str) -> Facts:
    if sheet.layout == "bulletin" and sheet.ties:
        return {"text": bulletin_question(sheet)[0], "parts": []}
    blocks = sheet.question[language]
    text = _gap(sheet).join(printed_lines(blocks))
    return {"text": text, "parts": _parts(blocks, _gap(sheet))}


def _parts(blocks: Sequence[Block], gap: str) -> list[Facts]:
    return [_part(part) for part in parts_of(blocks, gap)]


def _part(part: PrintedPart) -> Facts:
    inner = [_part(own) for own in part.parts]
    return {"label": part.label, "numbers": part.numbers, "text": part.text, "parts": inner}


def _answer(sheet: Sheet, answer: PrintedAnswer) -> Facts:
    received_on = None if sheet.layout == "bulletin" else answer.reply.on
    if answer.reply.form in ("not-yet", "empty"):
        return {"received_on": received_on, "text": {}, "sections": []}
    gap = _gap(sheet)
    count = len(next(iter(answer.sections.values())))
    return {
        "received_on": received_on,
        "text": {own: gap.join(told(answer, own)) for own in sheet.languages},
        "sections": [
            _section({own: sections[at] for own, sections in answer.sections.items()}, gap)
            for at in range(count)
        ],
    }


def _section(told_in: dict[str, Told], gap: str) -> Facts:
    return {
        "service_label": {
            own: section.heading for own, section in told_in.items() if section.heading
        },
        "text": {own: gap.join(printed_lines(section.blocks)) for own, section in told_in.items()},
        "parts": {own: _parts(section.blocks, gap) for own, section in told_in.items()},
    }
