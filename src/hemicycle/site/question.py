"""A question to its page: its life, its texts in both languages, its points, its sources."""

from collections.abc import Callable, Mapping

from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.data_block import reference
from hemicycle.site.entity import entity_of, entity_page
from hemicycle.site.facts import subjects
from hemicycle.site.life_cycle import life_cycle, read_events
from hemicycle.site.marked import Paragraph
from hemicycle.site.placed import Placed
from hemicycle.site.question_head import Head, head
from hemicycle.site.question_sources import senate_address, source
from hemicycle.site.question_texts import QuestionTexts, page_keys, question_texts
from hemicycle.site.said import Said
from hemicycle.site.stated import facts_of

PageOf = Callable[[SiteData, str, str, Mapping[str, str]], SitePage | None]


def question_kind(kind: str) -> PageOf:
    """The function that makes the pages of questions of one kind: written, oral …"""

    def page(
        site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
    ) -> SitePage | None:
        return question_page(site, f"{kind}/{reference}", language, parameters)

    return page


def question_page(
    site: SiteData, thing: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of the question behind `id/`; None where none is known."""
    entity = entity_of(site, thing, language, parameters)
    if entity is None:
        return None
    question = Said(site, site.mint.thing(entity.thing))
    keys = page_keys(question)
    placed = Placed(site, keys)
    told = head(site, question, entity.thing, language)
    texts = question_texts(site, placed, question, language)
    mentions = [mention for key in keys for mention in placed.mentions(key)]
    stated = [facts_of(site, question.thing, mentions, language)]
    stated += [
        facts_of(site, answer, mentions, language)
        for answer in subjects(site, "hc:answers", question.thing)
    ]
    return entity_page(
        site,
        "question.html",
        entity,
        language,
        _said(told, texts),
        head=told,
        texts=texts,
        life=life_cycle(read_events(site, question), told.asked_on, told.deadline),
        sources=[source(site, key) for key in keys],
        stated=[fact for facts in stated for fact in facts],
        senate=senate_address(told.number, language) if told.kind == "question" else None,
        node_of=lambda iri: site.node(iri, language),
    )


def _said(told: Head, texts: QuestionTexts) -> dict[str, object]:
    """What schema.org says of a question."""
    return {
        "@type": "Question",
        "name": told.titles[0].text if told.titles else told.number,
        "identifier": told.number,
        "dateCreated": told.asked_on,
        "inLanguage": [column.language for column in texts.columns],
        "author": None if told.asker is None else _author(told.asker),
        "keywords": [keyword.label for keyword in told.keywords],
        "answerCount": len(texts.answers),
        "text": _plain(texts.columns[0].paragraphs) if texts.columns else None,
        "suggestedAnswer": [
            {
                "@type": "Answer",
                "dateCreated": answer.received_on,
                "text": _plain(answer.columns[0].paragraphs),
            }
            for answer in texts.answers
            if answer.columns
        ],
    }


def _author(asker: Node) -> dict[str, object]:
    """Who asked; one of whom no more than a printed name is known has no IRI."""
    if not asker.path:
        return {"@type": "Person", "name": asker.label}
    return reference("Person", asker)


def _plain(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n\n".join("".join(piece.text for piece in paragraph) for paragraph in paragraphs)
