"""What somebody chose of a large archive to the questions that its network is made of."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from pyoxigraph import DefaultGraph, Literal, NamedNode

from hemicycle.networks import EVERYTHING, Selection
from hemicycle.networks.selection import KEYS, Condition
from hemicycle.site.data import SiteData
from hemicycle.site.facts import iris, subjects, term

MOST = 1000
"""Questions that one network is made of: with what they are tied to these are some thousand."""

_TIES = ("hc:askedBy", "hc:holderWhenAsked", "hc:askedInNameOf", "hc:addressedTo",
         "dcterms:subject", "hc:memberOf")  # fmt: skip
_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"


class Near(Struct, frozen=True):
    """The questions, by their IRIs, and how many there would be if there were room for all."""

    questions: tuple[str, ...]
    all: int


def near_questions(site: SiteData, things: Iterable[str], selection: Selection) -> Near:
    """The questions tied to things behind `id/`; without any, all that the selection chooses.

    The latest where there are too many.
    """
    sets = [_of_condition(site, condition) for condition in selection.conditions]
    around = {iri for thing in things for iri in _tied_to(site, thing)}
    sets += [around] if around else []
    if not sets:
        return _latest_between(site, selection)
    found = set.intersection(*sets)
    if selection.since or selection.until:
        days = _period(selection)
        found = {iri for iri in found if days[0] <= _day(site, iri) <= days[1]}
    return _latest(site, found)


def _period(selection: Selection) -> tuple[str, str]:
    return selection.since or _FIRST_DAY, selection.until or _LAST_DAY


def _latest_between(site: SiteData, selection: Selection) -> Near:
    """The questions asked last in a period; of all time every question of the archive counts."""
    first, last = (Literal(day, datatype=term("xsd:date")) for day in _period(selection))
    count = "question-count" if selection == EVERYTHING else "questions-between"
    bound = {} if selection == EVERYTHING else {"from": first, "to": last}
    counted = site.rows(count, **bound)
    before = site.mint.thing("question/").value
    rows = site.rows("latest-questions", **{"from": first, "to": last})
    found = [(row.text("day") or "", row.text("question") or "") for row in rows]
    written = sorted((each for each in found if each[1].startswith(before)), reverse=True)
    all_questions = counted[0].number("questions") if counted else 0
    return Near(tuple(sorted(iri for _, iri in written[:MOST])), all_questions or 0)


def _latest(site: SiteData, found: Iterable[str]) -> Near:
    questions = sorted(found)
    if len(questions) <= MOST:
        return Near(tuple(questions), len(questions))
    dated = sorted(((_day(site, iri), iri) for iri in questions), reverse=True)
    return Near(tuple(sorted(iri for _, iri in dated[:MOST])), len(questions))


def _day(site: SiteData, question: str) -> str:
    quads = site.build.store.quads_for_pattern(
        NamedNode(question), term("hc:askedOn"), None, DefaultGraph()
    )
    days = (quad.object.value for quad in quads if isinstance(quad.object, Literal))
    return min(days, default="")


def _of_condition(site: SiteData, condition: Condition) -> set[str]:
    """The questions that have one of the values of a condition: `5`, `legislature/5`, an IRI."""
    key, base = KEYS[condition.key], site.mint.thing("").value
    before = site.mint.thing("question/").value
    names = (value.removeprefix(base).removeprefix(f"{key.folder}/") for value in condition.values)
    iris_of = (f"{base}{key.folder}/{name}" for name in names)
    return {iri for value in iris_of for iri in _naming(site, value, key.curie, before)}


def _tied_to(site: SiteData, thing: str) -> Iterator[str]:
    """The written questions tied to a thing: itself, those of its family, those that name it."""
    try:
        node = site.mint.thing(thing)
    except ValueError:
        return
    before = site.mint.thing("question/").value
    if node.value.startswith(before):
        yield node.value
        for family in iris(site, node, "hc:memberOf"):
            yield from _naming(site, family, "hc:memberOf", before)
    for curie in _TIES:
        yield from _naming(site, node.value, curie, before)
    for section in subjects(site, "hc:onBehalfOf", node):
        for answer in subjects(site, "hc:section", section):
            yield from iris(site, answer, "hc:answers")
    if thing.startswith("account/"):
        yield from _pages_naming(site, node)


def _naming(site: SiteData, iri: str, curie: str, before: str) -> Iterator[str]:
    try:
        found = (each.value for each in subjects(site, curie, NamedNode(iri)))
    except ValueError:  # what somebody typed is no IRI
        return
    yield from (each for each in found if each.startswith(before))


def _pages_naming(site: SiteData, account: NamedNode) -> Iterator[str]:
    before = site.mint.thing("question/").value
    mentions = (each.value for each in subjects(site, "hc:body", account))
    for key in {mention.rpartition("/")[2].partition("-")[0] for mention in mentions}:
        text = site.mint.thing(f"text/{key}").value
        yield from _naming(site, text, "prov:wasDerivedFrom", before)
