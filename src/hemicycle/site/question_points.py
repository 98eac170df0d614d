"""A question's numbered parts to points, each beside the parts of answers that respond to it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import subjects
from hemicycle.site.marked import Paragraph
from hemicycle.site.placed import Placed
from hemicycle.site.said import Said


class Response(Struct, frozen=True):
    """What one section says to a point; `services` it speaks for, `thing` behind `id/`."""

    thing: str
    services: tuple[Node, ...]
    label: str | None
    language: str
    paragraphs: tuple[Paragraph, ...]


class Point(Struct, frozen=True):
    """A numbered part of the question beside the parts of answers that respond to it."""

    thing: str
    number: int | None
    label: str | None
    language: str
    paragraphs: tuple[Paragraph, ...]
    responses: tuple[Response, ...]


def sections_of(site: SiteData, question: NamedNode) -> list[Said]:
    """The sections of a question's answers, in their order."""
    answers = [Said(site, thing) for thing in subjects(site, "hc:answers", question)]
    answers.sort(key=lambda answer: (answer.text("hc:receivedOn") or "", answer.thing.value))
    return [section for answer in answers for section in sections_in(site, answer)]


def sections_in(site: SiteData, answer: Said) -> list[Said]:
    """The sections of an answer, by their numbers."""
    found = [Said(site, NamedNode(iri)) for iri in answer.iris("hc:section")]
    return sorted(found, key=lambda each: (each.number("hc:sectionNumber") or 0, each.thing.value))


def services_of(site: SiteData, section: Said, language: str) -> tuple[Node, ...]:
    """The services that a section speaks for."""
    return tuple(site.node(iri, language) for iri in section.iris("hc:onBehalfOf"))


def points(
    site: SiteData, placed: Placed, question: Said, sections: Iterable[Said], language: str
) -> tuple[Point, ...]:
    """The numbered parts of a question, each with what responds to it; none without responses."""
    responses = _responses(site, placed, sections, language)
    if not responses:
        return ()
    parts = [Said(site, NamedNode(iri)) for iri in question.iris("dcterms:hasPart")]
    parts.sort(key=lambda part: (part.number("hc:partNumber") or 0, part.thing.value))
    return tuple(_point(site, placed, part, responses, language) for part in parts)


def _point(
    site: SiteData,
    placed: Placed,
    part: Said,
    responses: Mapping[str, list[Response]],
    language: str,
) -> Point:
    column = placed.column(part.thing, language)
    return Point(
        thing=site.mint.path(part.thing.value) or "",
        number=part.number("hc:partNumber"),
        label=part.text("hc:partLabel"),
        language=column.language if column else language,
        paragraphs=column.paragraphs if column else (),
        responses=tuple(responses.get(part.thing.value, ())),
    )


def _responses(
    site: SiteData, placed: Placed, sections: Iterable[Said], language: str
) -> dict[str, list[Response]]:
    found: dict[str, list[Response]] = {}
    for section in sections:
        services = services_of(site, section, language)
        for iri in section.iris("dcterms:hasPart"):
            part = Said(site, NamedNode(iri))
            column = placed.column(part.thing, language)
            if column is None:
                continue
            response = Response(
                thing=site.mint.path(iri) or "",
                services=services,
                label=part.text("hc:partLabel"),
                language=column.language,
                paragraphs=column.paragraphs,
            )
            for asked in part.iris("hc:respondsTo"):
                found.setdefault(asked, []).append(response)
    return found
