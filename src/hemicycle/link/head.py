"""The values of a page's head to mentions: number, dates, titles, events, relations."""

from hemicycle.link.found import Found
from hemicycle.link.mentions import finding_at
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
    found: list[Mention] = []
    spans = record.spans
    for key, kind, body, rule in _values(record, question):
        for start, end in spans.get(key, ()):
            exact = page[start:end]
            found.append(
                Mention(
                    kind=kind,
                    body=body,
                    start=start,
                    end=end,
                    exact=exact,
                    rule=rule,
                    basis="printed",
                )
            )
    return found


def _values(record: Record, question: str) -> list[tuple[str, str, str, str]]:
    """Of each value of the head its key, the kind of its mentions, what it names, and the rule."""
    path = f"question/{question}"
    values = [(key, kind, path, rule) for key, kind, rule in _OF_QUESTION if key in record.spans]
    for language in record.title:
        values.append((f"title/{language}", "title", path, "title-line"))
    for number, event in enumerate(record.events):
        values.append((f"events/{number}", "event", event_path(question, event), "chronology"))
    for number, relation in enumerate(record.relations):
        body = relation_path(relation)
        values.append((f"relations/{number}", "question", body, "relation-line"))
    for number, _ in enumerate(record.answers):
        body = f"answer/{answer_key(question, number + 1)}"
        values.append((f"answers/{number}/received_on", "received-on", body, "answer-marker"))
    return values
