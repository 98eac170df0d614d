"""A record to findings on what is odd in the page itself."""

from collections.abc import Iterator
from itertools import accumulate

from hemicycle.link.damaged import find_damaged
from hemicycle.link.found import Found
from hemicycle.link.mentions import finding_at
from hemicycle.link.sheets import Sheet
from hemicycle.links import Finding
from hemicycle.paths import relation_path
from hemicycle.records import Record


def link_oddities(record: Record, sheet: Sheet, question: str) -> Found:
    """Lines not read, a missing number, unpaired keywords, unknown targets, damaged words.

    `question` is the path of the question.
    """
    findings = [
        *_unread(record, sheet.text, question),
        *_unpaired(record, question),
        *_unknown_targets(record),
        *_damaged(sheet),
    ]
    if record.question is None:
        findings.append(Finding(kind="no-number", about=question, words=""))
    return Found(findings=tuple(findings))


def _damaged(sheet: Sheet) -> Iterator[Finding]:
    for own in find_damaged(
        sheet.text,
        is_sound=sheet.signs.is_sound,
        may_have_lost=sheet.seen.may_have_lost,
        may_have_lone_n=sheet.seen.may_have_lone_n,
    ):
        words = sheet.text[own.start : own.end]
        yield Finding(
            kind="undecoded-character", about=None, words=words, start=own.start, end=own.end
        )


def _unread(record: Record, page: str, question: str) -> Iterator[Finding]:
    if not record.unread:
        return
    starts = list(accumulate((len(line) + 1 for line in page.split("\n")), initial=0))
    for unread in record.unread:
        start = page.find(unread.text, *starts[unread.line - 1 : unread.line + 1])
        place = (start, start + len(unread.text)) if start != -1 else (None, None)
        yield Finding(
            kind="unread-line", about=question, words=unread.text, start=place[0], end=place[1]
        )


def _unpaired(record: Record, question: str) -> Iterator[Finding]:
    """Keywords in one language alone, on a page of several."""
    if len(record.languages) < 2:
        return
    for number, keyword in enumerate(record.keywords):
        if len(keyword) == 1:
            ((language, label),) = keyword.items()
            key = f"keywords/{number}/{language}"
            yield finding_at(record, key, kind="unpaired-keywords", about=question, words=label)


def _unknown_targets(record: Record) -> Iterator[Finding]:
    """Relations, of a known kind, to what no row of the parser's table has."""
    for number, relation in enumerate(record.relations):
        if relation.target_kind == "unknown" and relation.kind != "unknown":
            yield finding_at(
                record,
                f"relations/{number}",
                kind="unknown-relation",
                about=relation_path(relation),
                words=relation.label or "",
            )
