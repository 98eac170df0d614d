"""A record to findings on what is odd in the page itself."""

import re
from collections.abc import Iterator
from itertools import accumulate

from hemicycle.link.found import Found
from hemicycle.link.mentions import finding_at
from hemicycle.links import Finding
from hemicycle.records import Record

_UNDECODED = re.compile("[^\\s\ufffd]{0,20}\ufffd[^\\s]{0,20}")


def link_oddities(record: Record, page: str, question: str) -> Found:
    """Lines not read, a missing number, keywords without partner, undecoded characters.

    `question` is the path of the question.
    """
    findings = [*_unread(record, page, question), *_unpaired(record, question)]
    if record.question is None:
        findings.append(Finding(kind="no-number", about=question, words=""))
    if "\ufffd" in page:
        findings += [
            Finding(
                kind="undecoded-character",
                about=None,
                words=found.group(),
                start=found.start(),
                end=found.end(),
            )
            for found in _UNDECODED.finditer(page)
        ]
    return Found(findings=tuple(findings))


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
