"""What holds of the quads of any record whatever: names, no blank nodes, one path a part."""

from pathlib import Path
from types import EllipsisType

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pyoxigraph import NamedNode, RdfFormat, parse, serialize
from rdflib.namespace import RDF

from hemicycle.links import (
    Account,
    AccountStatement,
    Attribution,
    Finding,
    Linked,
    LocalNode,
    Mention,
)
from hemicycle.mint import Mint, slug
from hemicycle.namespaces import HC
from hemicycle.page import Source
from hemicycle.paths import part_tokens
from hemicycle.records import (
    Answer,
    Event,
    Part,
    PartedText,
    Record,
    Relation,
    Section,
    Text,
    UnreadLine,
)
from hemicycle.triples import page_quads
from hemicycle.triples.terms import address

SAME: EllipsisType = ...
"""Lets hypothesis take what the field's type says, though the field has a default."""

words = st.text(max_size=8)
names = words.map(slug)
offsets = st.integers(0, 99)
languages = st.sampled_from(["fr", "nl", "de"])
labels = (
    st.sampled_from(["1)", "1", "2.", "1 et 2)", "a)", "A)", "-", "p1", "p2", "1.1", ""]) | words
)


def paths(*kinds: str) -> st.SearchStrategy[str]:
    return st.builds("{}/{}".format, st.sampled_from(kinds), names)


def maps(values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(languages, values, max_size=2)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


numbers = tuples(st.integers(0, 4))
parts = st.recursive(
    st.builds(Part, labels, numbers, words, offsets, offsets),
    lambda inner: st.builds(Part, labels, numbers, words, offsets, offsets, tuples(inner)),
    max_leaves=6,
)
texts = st.builds(Text, words, offsets, offsets)
sections = st.builds(Section, maps(words), maps(texts), maps(tuples(parts)))
records = st.builds(
    Record,
    question=st.just("5-8906"),
    languages=tuples(languages),
    original_language=st.none() | languages,
    addressee=maps(words),
    title=maps(words),
    keywords=tuples(maps(words)),
    events=tuples(st.builds(Event, st.sampled_from(["reminder", "unknown"]), label=SAME)),
    relations=tuples(
        st.builds(
            Relation,
            st.sampled_from(["also-asked", "reintroduced-as", "unknown"]),
            st.sampled_from(["written-question", "oral-question"]),
            names,
        )
    ),
    question_text=maps(st.builds(PartedText, words, offsets, offsets, tuples(parts))),
    answers=tuples(st.builds(Answer, text=maps(texts), sections=tuples(sections))),
    spans=st.just({}),
    source=st.builds(Source, sha256=st.binary(min_size=32, max_size=32).map(bytes.hex)),
    unread=tuples(st.builds(UnreadLine)),
)
mentions = st.builds(
    Mention,
    kind=st.sampled_from(["account", "question"]),
    body=paths("account", "question", "oral-question"),
    start=offsets,
    end=offsets,
    stance=SAME,
    within=st.none() | paths("answer-section"),
    attribution=st.none() | st.builds(Attribution, paths("service")),
    languages=tuples(languages),
)
linked_records = st.builds(
    Linked,
    record=records,
    question=st.just("question/5-8906"),
    asker=st.none() | paths("person"),
    party=st.none() | paths("party"),
    posts=tuples(paths("post")),
    concepts=tuples(tuples(paths("concept"))),
    section_services=st.just({"answer-section/5-8906-2": "service/spf-emploi"}),
    mentions=tuples(mentions),
    accounts=tuples(
        st.builds(Account, path=paths("account"), platform=names, kind=names, handle=SAME, url=SAME)
    ),
    statements=tuples(
        st.builds(
            AccountStatement,
            path=paths("account-statement"),
            service=st.none() | paths("service"),
            platform=names,
            within=paths("answer-section"),
            start=offsets,
            end=offsets,
        )
    ),
    local_nodes=tuples(
        st.builds(
            LocalNode,
            paths("concept", "party", "person", "platform", "post", "service"),
            tuples(st.tuples(st.none() | languages, words)),
        )
    ),
    findings=tuples(
        st.builds(Finding, kind=names, about=st.none() | paths("question"), start=SAME, end=SAME)
    ),
)


def count(whole: tuple[Part, ...]) -> int:
    return sum(1 + count(part.parts) for part in whole)


def translated(whole: tuple[Part, ...]) -> tuple[Part, ...]:
    """The same parts in words of another language."""
    return tuple(replace(part, text="x", parts=translated(part.parts)) for part in whole)


def nodes_of(linked: Linked, kind: str) -> set[object]:
    """Every node of a class."""
    a = NamedNode(RDF.type)
    return {
        quad.subject
        for quad in page_quads(linked, Mint())
        if quad.predicate == a and quad.object == NamedNode(kind)
    }


def with_parts(**changes: object) -> Linked:
    """A page that says nothing but what is given here."""
    path = Path(__file__).parent / "one-part" / "linked.json"
    linked = msgspec.json.decode(path.read_bytes(), type=Linked)
    return replace(linked, record=replace(linked.record, **changes))


@given(linked_records)
def test_quads_are_valid_named_each_once_and_in_one_order(linked: Linked) -> None:
    quads = list(page_quads(linked, Mint()))
    assert len(quads) == len(set(quads))
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert not any(str(quad.object).startswith("_:") for quad in quads)
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert list(parse(written, format=RdfFormat.N_QUADS)) == quads
    assert list(page_quads(linked, Mint())) == quads


@given(tuples(parts))
def test_a_question_has_as_many_nodes_as_parts_in_any_language(whole: tuple[Part, ...]) -> None:
    french = PartedText("", 0, 0, whole)
    dutch = PartedText("", 0, 0, translated(whole))
    linked = with_parts(question_text={"fr": french, "nl": dutch})
    assert len(nodes_of(linked, HC.QuestionPart)) == count(whole)


@given(st.lists(st.lists(tuples(parts), max_size=3), max_size=3))
def test_answers_have_as_many_nodes_as_parts(wholes: list[list[tuple[Part, ...]]]) -> None:
    answers = tuple(
        Answer(None, {}, tuple(Section({}, {}, {"fr": whole}) for whole in sections))
        for sections in wholes
    )
    linked = with_parts(answers=answers)
    expected = sum(count(whole) for sections in wholes for whole in sections)
    assert len(nodes_of(linked, HC.AnswerPart)) == expected


@given(tuples(parts))
def test_a_part_whose_first_number_is_its_own_is_named_by_it(whole: tuple[Part, ...]) -> None:
    tokens = part_tokens(whole)
    firsts = [part.numbers[0] if part.numbers else None for part in whole]
    for first, token in zip(firsts, tokens, strict=True):
        if first is not None and firsts.count(first) == 1:
            assert token == str(first)


@given(st.text())
def test_any_address_can_be_written_and_read_back(url: str) -> None:
    node = address(url)
    written = f"<x:a> <x:b> {node} ."
    assert next(parse(written, format=RdfFormat.N_TRIPLES)).object == node
