"""The values of a page's head to mentions: number, dates, titles, events, relations."""

from hemicycle.link.found import Found
from hemicycle.link.mentions import finding_at, mentions_of
from hemicycle.links import Mention
from hemicycle.mint import answer_key
from hemicycle.paths import event_path, relation_path
from hemicycle.records import Record

_OF_QUESTION = (
    ("question", "question-number", "question-line"),
    ("session", "session", "session-line"),
    ("asked_on", "asked-on", "date-line"),
    ("original_language", "original-language", "language-marker"),
    ("answer_deadline", "answer-deadline", "chronology"),
    ("bulletin", "bulletin", "bulletin-line"),
    ("printed_status", "printed-status", "section-title"),
)
"""Key in the record, kind of mention, rule that reads it."""


def link_head(record: Record, page: str, question: str) -> Found:
    """What stands in head, chronology and relation lines; `question` is the question's key."""
    findings = []
    for number, event in enumerate(record.events):
        if event.kind == "unknown":
            key, about = f"events/{number}", event_path(question, event)
            words = event.label or ""
            findings.append(finding_at(record, key, kind="unknown-event", about=about, words=words))
    for number, relation in enumerate(record.relations):
        if relation.kind == "unknown":
            key, words = f"relations/{number}", relation.label or ""
            about = relation_path(relation)
            findings.append(
                finding_at(record, key, kind="unknown-relation", about=about, words=words)
            )
    return Found(mentions=tuple(_mentions(record, page, question)), findings=tuple(findings))


def _mentions(record: Record, page: str, question: str) -> list[Mention]:
    path = f"question/{question}"
    found: list[Mention] = []
    for key, kind, rule in _OF_QUESTION:
        if key in record.spans:
            found += mentions_of(record, page, key, kind=kind, body=path, rule=rule)
    for language in record.title:
        key = f"title/{language}"
        found += mentions_of(record, page, key, kind="title", body=path, rule="title-line")
    for number, event in enumerate(record.events):
        key, body = f"events/{number}", event_path(question, event)
        found += mentions_of(record, page, key, kind="event", body=body, rule="chronology")
    for number, relation in enumerate(record.relations):
        key, body = f"relations/{number}", relation_path(relation)
        found += mentions_of(record, page, key, kind="question", body=body, rule="relation-line")
    for number, _ in enumerate(record.answers):
        key, body = f"answers/{number}/received_on", f"answer/{answer_key(question, number + 1)}"
        found += mentions_of(record, page, key, kind="received-on", body=body, rule="answer-marker")
    return found
