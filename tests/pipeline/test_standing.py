"""Which rules on the whole archive, and which places of faults, outlast a change."""

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Literal, URIRef

from hemicycle.infer import RuleRun, all_rules
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, HC
from hemicycle.pipeline.rule_runs import keep_run, kept_run
from hemicycle.pipeline.shared_places import places_left
from hemicycle.pipeline.surnames import OF_SURNAMES, surnames_stand
from hemicycle.pipeline.written import pieces, run_file
from hemicycle.uncollected import uncollected
from hemicycle.validate import Place, Result
from hemicycle.validate.places import Places

ID = f"{BASE}id/"
JAN, SURNAME = "person/jan-peeters", "person/5-peeters"


def asked(number: str, who: str) -> list[str]:
    """What the merge has of a question."""
    return [
        f"<{ID}question/{number}> <{HC.askedBy}> <{ID}{who}> .\n",
        f"<{ID}question/{number}> <{HC.legislature}> <{ID}legislature/{number[0]}> .\n",
    ]


def batch(stem: Path, own: Iterable[str], shared: Iterable[str] = ()) -> Path:
    pieces(stem).nt.write_text("".join(own), encoding="utf-8")
    run_file(stem, "merge").write_text("".join(shared), encoding="utf-8")
    run_file(stem, "local").write_bytes(b"")
    return stem


def store_of(*lines: str) -> Store:
    store = Store()
    store.extend(parse("".join(lines).encode(), RdfFormat.N_TRIPLES))
    return store


def test_the_rules_of_surnames_are_there() -> None:
    assert {rule.name for rule in all_rules("archive")} >= OF_SURNAMES


def test_surnames_stand_where_the_same_people_ask(tmp_path: Path) -> None:
    gone = batch(tmp_path / "gone", asked("5-1", JAN))
    new = batch(tmp_path / "new", [*asked("5-1", JAN), *asked("5-2", JAN)])
    assert surnames_stand([gone], [new], store_of(*asked("5-1", JAN)), Mint())


def test_surnames_stand_where_another_question_tells_of_the_senator(tmp_path: Path) -> None:
    gone = batch(tmp_path / "gone", asked("5-1", JAN))
    before = store_of(*asked("5-1", JAN), *asked("5-3", JAN))
    assert surnames_stand([gone], [], before, Mint())


def test_surnames_do_not_stand_where_the_last_such_question_goes(tmp_path: Path) -> None:
    gone = batch(tmp_path / "gone", asked("5-1", JAN))
    before = store_of(*asked("5-1", JAN), *asked("6-3", JAN))
    assert not surnames_stand([gone], [], before, Mint())


def test_surnames_do_not_stand_where_one_asks(tmp_path: Path) -> None:
    both = [batch(tmp_path / name, asked("5-1", SURNAME)) for name in ("gone", "new")]
    assert not surnames_stand(both[:1], both[1:], store_of(*asked("5-1", SURNAME)), Mint())


def test_surnames_do_not_stand_where_one_gets_a_name(tmp_path: Path) -> None:
    name = f'<{ID}{SURNAME}> <http://xmlns.com/foaf/0.1/name> "Peeters" .\n'
    gone = batch(tmp_path / "gone", asked("5-1", JAN))
    new = batch(tmp_path / "new", asked("5-1", JAN), [name])
    assert not surnames_stand([gone], [new], store_of(*asked("5-1", JAN)), Mint())


def test_what_a_rule_added_comes_back_where_nobody_else_says_it(tmp_path: Path) -> None:
    rule = all_rules("archive")[0]
    triple = Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c")).triple
    run = RuleRun(rule.name, rule.graph, (triple,))
    keep_run(run, tmp_path / "archive")
    keep_run(RuleRun("other", rule.graph, (triple,), known=1), tmp_path / "archive")
    assert kept_run(rule, tmp_path / "archive") == run
    assert [file.name for file in tmp_path.iterdir()] == [f"archive.rule-{rule.name}"]


def fault(focus: str, value: str | None = None) -> Result:
    return Result(
        focus=URIRef(f"{ID}{focus}"),
        path=None,
        value=Literal("odd") if value is None else URIRef(f"{ID}{value}"),
        shape="urn:shape",
        component="urn:component",
        severity="Warning",
        messages={},
    )


def test_places_hold_until_a_mention_of_the_node_comes_or_goes(tmp_path: Path) -> None:
    faults = [fault(JAN), fault(SURNAME), fault(SURNAME, JAN), fault("person/new")]
    before: Places = {
        one.key: Place("texts/a.txt", number) for number, one in enumerate(faults[:3])
    }
    mention = f"<{ID}mention/0a-1-2-senator> <{HC.body}> <{ID}{JAN}> .\n"
    batch(tmp_path / "one", [mention])
    batch(tmp_path / "none", [])
    left: Places = {faults[1].key: Place("texts/a.txt", 1)}
    assert places_left(before, faults, [tmp_path / "one"], [tmp_path / "none"]) == left
    assert places_left(before, faults, [], [tmp_path / "one"]) == left
    assert places_left(before, faults, [tmp_path / "none"], []) == before


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python's search for circular garbage, switched on whatever tests around do with it."""
    was_on = gc.isenabled()
    gc.enable()
    yield
    if not was_on:
        gc.disable()


@pytest.mark.usefixtures("collecting")
def test_garbage_is_looked_for_again_afterwards() -> None:
    told: list[bool] = []
    with pytest.raises(KeyError), uncollected():
        told.append(gc.isenabled())
        with uncollected():
            pass
        told.append(gc.isenabled())
        raise KeyError
    assert [*told, gc.isenabled()] == [False, False, True]
