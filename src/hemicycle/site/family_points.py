"""The read questions of a family to its points: one sub-question, all sub-answers side by side."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from hemicycle.site.data import Node, SiteData
from hemicycle.site.marked import Paragraph
from hemicycle.site.placed import Placed
from hemicycle.site.question_points import Point, Response, points
from hemicycle.site.question_texts import page_keys
from hemicycle.site.said import Said


class MemberResponses(Struct, frozen=True):
    """What the answers to one question of the family say to a point."""

    question: Node
    minister: Node | None
    responses: tuple[Response, ...]


class FamilyPoint(Struct, frozen=True):
    """One numbered part of a family's question; `is_same` that its members print one wording."""

    number: int
    label: str | None
    language: str
    paragraphs: tuple[Paragraph, ...]
    is_same: bool
    members: tuple[MemberResponses, ...]


class _Asked(Struct, frozen=True):
    question: Node
    minister: Node | None
    point: Point


def family_points(
    site: SiteData,
    questions: Sequence[Said],
    sections: Mapping[str, Sequence[Said]],
    language: str,
) -> tuple[FamilyPoint, ...]:
    """The points that at least one member's answers respond to, by number."""
    by_number: dict[int, list[_Asked]] = {}
    for question in questions:
        holder = question.iri("hc:holderWhenAsked") or question.iri("hc:addressedTo")
        minister = None if holder is None else site.node(holder, language)
        node = site.node(question.thing.value, language)
        placed = Placed(site, page_keys(question), is_marked=False)
        told = sections[question.thing.value]
        for point in points(site, placed, question, told, language):
            if point.number is not None:
                by_number.setdefault(point.number, []).append(_Asked(node, minister, point))
    found = (_point(number, by_number[number], language) for number in sorted(by_number))
    return tuple(point for point in found if point.members)


def _point(number: int, asked: list[_Asked], language: str) -> FamilyPoint:
    own = [each.point for each in asked if each.point.language == language]
    first = own[0] if own else asked[0].point
    same = {each.point.paragraphs for each in asked if each.point.language == first.language}
    return FamilyPoint(
        number=number,
        label=first.label,
        language=first.language,
        paragraphs=first.paragraphs,
        is_same=len(same) == 1,
        members=tuple(
            MemberResponses(each.question, each.minister, each.point.responses)
            for each in asked
            if each.point.responses
        ),
    )
