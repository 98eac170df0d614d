"""Differences: each case is two graphs and what differs, as text and as JSON lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse, serialize

from hemicycle.diff import Change, Counts, Difference, diff, render_difference
from hemicycle.diff.changes import Fact, Kind, changes
from hemicycle.errors import ExportError, ReadError
from hemicycle.manifest import FORM, Manifest, write_manifest
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild, open_build

BACK: dict[Kind, Kind] = {"added": "removed", "removed": "added", "changed": "changed"}
CASES = sorted((Path(__file__).parent / "cases").iterdir())


def build_of(
    graph: Path, folder: Path, *, turned: bool = False, base: str = Mint().base
) -> OpenBuild:
    """A build's folder of a graph, without its store; `turned` writes the quads in reverse."""
    folder.mkdir()
    quads = list(parse(path=graph))
    written = reversed(quads) if turned else quads
    serialize(written, folder / "hemicycle.nq", RdfFormat.N_QUADS)
    write_manifest(folder, Manifest(FORM, base, "test", ()))
    return open_build(folder)


def text_of(old: OpenBuild, new: OpenBuild, form: str) -> str:
    return "".join(render_difference(found, form) for found in diff(old, new))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_its_differences(case: Path, turned: bool, tmp_path: Path) -> None:
    old = build_of(case / "old.trig", tmp_path / "old")
    new = build_of(case / "new.trig", tmp_path / "new", turned=turned)
    assert text_of(old, new, "text") == (case / "expected.txt").read_text("utf-8")
    assert text_of(old, new, "json") == (case / "expected.jsonl").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_differs_from_itself(case: Path, tmp_path: Path) -> None:
    one = build_of(case / "old.trig", tmp_path / "one")
    other = build_of(case / "old.trig", tmp_path / "other", turned=True)
    assert list(diff(one, other)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_way_back_is_the_way_there_turned(case: Path, tmp_path: Path) -> None:
    old = build_of(case / "old.trig", tmp_path / "old")
    new = build_of(case / "new.trig", tmp_path / "new")
    back = [turned(found) for found in diff(new, old)]
    assert back == list(diff(old, new))


def turned(found: Difference) -> Difference:
    return Difference(
        about=found.about,
        old_pages=found.new_pages,
        new_pages=found.old_pages,
        changes=tuple(
            Change(
                kind=BACK[change.kind],
                subject=change.subject,
                property=change.property,
                where=change.where,
                old=change.new,
                new=change.old,
            )
            for change in found.changes
        ),
    )


facts = st.sets(
    st.builds(
        Fact, st.sampled_from("ab"), st.sampled_from("pq"), st.just("page"), st.text(max_size=2)
    )
)


@given(facts, facts)
def test_changes_lead_from_the_old_facts_to_the_new(old: set[Fact], new: set[Fact]) -> None:
    now = set(old)
    for change in changes(old, new):
        place = (change.subject, change.property, change.where)
        now -= {Fact(*place, value) for value in change.old}
        now |= {Fact(*place, value) for value in change.new}
    assert now == new


def test_counts_add_up() -> None:
    def change(kind: Kind, old: tuple[str, ...], new: tuple[str, ...]) -> Change:
        return Change(kind=kind, subject="s", property="p", where="page", old=old, new=new)

    three = (
        change("added", (), ("1",)),
        change("removed", ("1",), ()),
        change("changed", ("1",), ("2",)),
    )
    question = Difference(about="question/5-9", old_pages=(), new_pages=(), changes=three)
    family = Difference(about="family/5-9", old_pages=(), new_pages=(), changes=three[:1])
    counts = Counts().plus(question).plus(family)
    assert counts == Counts(questions=1, others=1, added=2, removed=1, changed=1)
    expected = "1 questions and 1 other things differ: 2 added, 1 removed, 1 changed"
    assert str(counts) == expected


def test_what_cannot_be_compared_is_named(tmp_path: Path) -> None:
    graph = CASES[0] / "old.trig"
    one = build_of(graph, tmp_path / "one")
    other = build_of(graph, tmp_path / "other", base="https://example.org/")
    with pytest.raises(
        ReadError, match=r"its IRIs begin with https://example.org/, those of .*; build both"
    ):
        list(diff(one, other))
    (tmp_path / "one" / "hemicycle.nq").unlink()
    with pytest.raises(ReadError, match=r"one/hemicycle\.nq: cannot be read: .*; build it again"):
        list(diff(one, one))
    with pytest.raises(
        ExportError, match="'xml' is no form of differences; choose one of text, json"
    ):
        render_difference(Difference(about="x", old_pages=(), new_pages=(), changes=()), "xml")
