"""What rules say of the family of the two real documents, as counted by hand on their pages."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store
from rdflib.namespace import XSD

from hemicycle.infer import finding_rules, infer
from hemicycle.mint import Mint
from hemicycle.namespaces import HC
from hemicycle.store import open_store

GRAPHS = Path(__file__).parent.parent.parent / "graphs"
DAY, NUMBER, TRUTH = (NamedNode(str(name)) for name in (XSD.date, XSD.integer, XSD.boolean))


def test_the_family_and_its_two_questions() -> None:
    store = Store()
    store.bulk_extend(open_store(GRAPHS, Mint()))
    runs = list(infer(store, Mint()))
    family = facts(store, "family/5-8900")
    assert {name: value for name, value in family.items() if name.endswith("Count")} == {
        "memberCount": Literal("19", datatype=NUMBER),
        "readCount": Literal("2", datatype=NUMBER),
        "askedCount": Literal("2", datatype=NUMBER),
        "answeredCount": Literal("2", datatype=NUMBER),
        "unknownCount": Literal("17", datatype=NUMBER),
        "remindedCount": Literal("0", datatype=NUMBER),
        "lapsedCount": Literal("0", datatype=NUMBER),
        "closedCount": Literal("0", datatype=NUMBER),
        "pendingCount": Literal("0", datatype=NUMBER),
        "requalifiedCount": Literal("0", datatype=NUMBER),
    }
    assert {name: value for name, value in family.items() if not name.endswith("Count")} == {
        "firstAnswerOn": Literal("2013-07-15", datatype=DAY),
        "lastAnswerOn": Literal("2014-01-30", datatype=DAY),
        "answerSpread": Literal("199", datatype=NUMBER),
        "textsAgree": Literal("true", datatype=TRUTH),
        "titlesAgree": Literal("true", datatype=TRUTH),
        "daysAgree": Literal("true", datatype=TRUTH),
        "askersAgree": Literal("true", datatype=TRUTH),
    }
    assert facts(store, "question/5-8906")["reminderCount"].value == "1"
    assert facts(store, "answer/5-8906")["remindersBeforeAnswer"].value == "1"
    assert facts(store, "question/5-8910")["reminderCount"].value == "0"
    assert facts(store, "question/5-8910")["endedOn"].value == "2013-07-15"
    found = {rule.name for rule in finding_rules()}
    assert [run.name for run in runs if run.name in found and run.added] == []


def facts(store: Store, path: str) -> dict[str, Literal]:
    """The literals that the merge has of a thing, by our property's name."""
    quads = store.quads_for_pattern(Mint().thing(path), None, None, None)
    space = str(HC._NS)
    return {
        quad.predicate.value.removeprefix(space): quad.object
        for quad in quads
        if isinstance(quad.object, Literal) and quad.predicate.value.startswith(space)
    }
