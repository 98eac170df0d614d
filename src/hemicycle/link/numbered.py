"""The numbered parts of a page to mentions: each at its label, where its text begins."""

from hemicycle.link.found import Found
from hemicycle.links import Mention
from hemicycle.paths import answer_sections, part_tokens
from hemicycle.records import Part, Record


def link_parts(record: Record, page: str, question: str) -> Found:
    """One mention for each part in each language; `question` is the question's key.

    The words are the part's label alone: its text stands on its node. A part inside
    a part stands within the same question or section.
    """
    mentions: list[Mention] = []
    within, stem = f"question/{question}", f"question-part/{question}-"
    for whole in record.question_text.values():
        _add(mentions, whole.parts, stem, "question-part", within, page)
    for path, section in answer_sections(record, question):
        for parts in section.parts.values():
            if parts:
                stem = f"answer-part/{path.partition('/')[2]}-"
                _add(mentions, parts, stem, "answer-part", path, page)
    return Found(mentions=tuple(mentions))


def _add(
    mentions: list[Mention],
    parts: tuple[Part, ...],
    stem: str,
    kind: str,
    within: str,
    page: str,
) -> None:
    """Add the mentions of some siblings and of all that lies in them (see `place_parts`)."""
    for token, part in zip(part_tokens(parts), parts, strict=True):
        path, label = stem + token, part.label
        start = page.rfind(label, 0, part.start)
        if label and start >= 0:
            mentions.append(
                Mention(
                    kind=kind,
                    body=path,
                    start=start,
                    end=start + len(label),
                    exact=label,
                    rule="part-label",
                    basis="printed",
                    within=within,
                )
            )
        if part.parts:
            _add(mentions, part.parts, f"{path}.", kind, within, page)
