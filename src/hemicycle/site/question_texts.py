"""A question to its texts: side by side by language, and point by point."""

from collections.abc import Iterable

from msgspec import Struct

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import code, subjects
from hemicycle.site.placed import Column, Placed
from hemicycle.site.question_points import Point, points, sections_in, services_of
from hemicycle.site.said import Said


class SectionLink(Struct, frozen=True):
    """A section of an answer, behind `id/`, and the services it speaks for."""

    thing: str
    services: tuple[Node, ...]


class AnswerText(Struct, frozen=True):
    """One answer: when it came, after how many days, who gave it, its texts by language."""

    thing: str
    received_on: str | None
    days: int | None
    past_deadline: int | None
    reminders: int | None
    by: tuple[Node, ...]
    sections: tuple[SectionLink, ...]
    columns: tuple[Column, ...]


class QuestionTexts(Struct, frozen=True):
    """All that the pages of a question say in running text."""

    columns: tuple[Column, ...]
    answers: tuple[AnswerText, ...]
    points: tuple[Point, ...]


def question_texts(site: SiteData, placed: Placed, question: Said, language: str) -> QuestionTexts:
    """The texts of a question and its answers in all languages, its points in one."""
    answers = [Said(site, thing) for thing in subjects(site, "hc:answers", question.thing)]
    answers.sort(key=lambda answer: (answer.text("hc:receivedOn") or "", answer.thing.value))
    sections = [sections_in(site, answer) for answer in answers]
    texts = tuple(
        _answer(site, placed, answer, told, language)
        for answer, told in zip(answers, sections, strict=True)
    )
    return QuestionTexts(
        columns=placed.columns(question.thing, language),
        answers=texts,
        points=points(
            site, placed, question, [each for told in sections for each in told], language
        ),
    )


def _answer(
    site: SiteData, placed: Placed, answer: Said, sections: Iterable[Said], language: str
) -> AnswerText:
    return AnswerText(
        thing=site.mint.path(answer.thing.value) or "",
        received_on=answer.text("hc:receivedOn"),
        days=answer.number("hc:daysToAnswer"),
        past_deadline=answer.number("hc:daysPastDeadline"),
        reminders=answer.number("hc:remindersBeforeAnswer"),
        by=tuple(site.node(iri, language) for iri in answer.iris("hc:answeredBy")),
        sections=tuple(
            SectionLink(site.mint.path(each.thing.value) or "", services_of(site, each, language))
            for each in sections
        ),
        columns=placed.columns(answer.thing, language),
    )


def page_keys(question: Said) -> list[str]:
    """The keys of the pages that a question was read from."""
    return [code(iri) or "" for iri in question.iris("prov:wasDerivedFrom")]
