"""A thing to the places in pages that name it: each with its sentence, its day and its question."""

from collections.abc import Mapping
from itertools import groupby

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, Row, SiteData
from hemicycle.site.facts import code, file_of, first_iri, one_text, subjects
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.quoted import Quote, quote

ON_A_PAGE = 25


class Place(Struct, frozen=True, kw_only=True):
    """One place that names a thing; `in_answer` tells an answer from a question.

    `key` names the page and `anchor` the place on the page about its text; `said_on` is the
    day of the answer or the question, `basis` is a code.
    """

    quote: Quote
    key: str
    anchor: str
    file: str | None
    question: Node | None
    in_answer: bool
    said_on: str | None
    stance: Node | None
    basis: str | None
    rule: str | None
    owners: tuple[Node, ...]


class Places(Struct, frozen=True):
    """One page of the places that name a thing, in the order of pages."""

    places: tuple[Place, ...]
    paging: Paging


def named_places(
    site: SiteData, thing: NamedNode, language: str, parameters: Mapping[str, str]
) -> Places:
    """The page of places that the parameter `page` asks for."""
    rows = sorted(site.rows("entity-mentions", entity=thing), key=_order)
    grouped = [list(group) for _, group in groupby(rows, key=lambda row: row.text("mention"))]
    pages = paging(len(grouped), page_number(parameters), ON_A_PAGE)
    shown = grouped[pages.start : pages.end]
    return Places(tuple(_place(site, group, language) for group in shown), pages)


def _order(row: Row) -> tuple[str, int, str, str]:
    source, mention, owner = (row.text(name) or "" for name in ("source", "mention", "owner"))
    return source, row.number("start") or 0, mention, owner


def _place(site: SiteData, rows: list[Row], language: str) -> Place:
    first = rows[0]
    source, start, end = first.text("source") or "", first.number("start"), first.number("end")
    question, said_on, in_answer = _said(site, first)
    owners = dict.fromkeys(owner for row in rows if (owner := row.text("owner")))
    stance = first.text("stance")
    return Place(
        quote=quote(site, source, start or 0, end or 0),
        key=code(source) or "",
        anchor=f"c{start}-{end}",
        file=file_of(site, source),
        question=None if question is None else site.node(question, language),
        in_answer=in_answer,
        said_on=said_on,
        stance=None if stance is None else site.node(stance, language),
        basis=code(first.text("basis")),
        rule=first.text("rule"),
        owners=tuple(site.node(owner, language) for owner in owners),
    )


def _said(site: SiteData, row: Row) -> tuple[str | None, str | None, bool]:
    """The question of a place, the day on which it was said, and whether an answer says it."""
    within = row.text("within")
    answer = None if within is None else _answer(site, NamedNode(within))
    if answer is not None:
        return first_iri(site, answer, "hc:answers"), one_text(site, answer, "hc:receivedOn"), True
    question = within or _question(site, NamedNode(row.text("source") or ""))
    if question is None:
        return None, None, False
    return question, one_text(site, NamedNode(question), "hc:askedOn"), False


def _answer(site: SiteData, section: NamedNode) -> NamedNode | None:
    return next(iter(subjects(site, "hc:section", section)), None)


def _question(site: SiteData, text: NamedNode) -> str | None:
    derived = subjects(site, "prov:wasDerivedFrom", text)
    is_question = site.mint.thing("question/").value
    return next((each.value for each in derived if each.value.startswith(is_question)), None)
