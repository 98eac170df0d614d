"""Corrections go before what linking knows: posts, concepts, services, persons, parties."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from hemicycle.errors import AuthorityError
from hemicycle.link import Authority, link, load_authority
from hemicycle.links import Linked, LocalNode
from hemicycle.page import Source
from hemicycle.records import Answer, Asker, Record, Section, Text

KNOWN = """
@base <https://w3id.org/hemicycle/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hc: <https://w3id.org/hemicycle/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<id/legislature/4> schema:startDate "2007-06-28" ; schema:endDate "2010-05-06" .
<id/service/x> skos:prefLabel "SPF X"@fr .
<id/post/werk> rdfs:label "minister van Werk"@nl .
<id/party/groen> skos:prefLabel "Groen" .
<id/concept/1> skos:prefLabel "un"@fr .
<id/person/jan-peeters-1946> foaf:name "Jan Peeters" .
"""


def authority(folder: Path, text: str) -> Authority:
    file = folder / "a.ttl"
    file.write_text(KNOWN + text, encoding="utf-8")
    return load_authority([file])


def record(question: str, answer: str = "") -> Record:
    whole = Text(answer, 0, len(answer))
    section = Section({}, {"fr": whole}, {"fr": ()})
    return Record(
        question=question,
        layout="web",
        languages=("nl", "fr"),
        session=None,
        asked_on=date(2009, 1, 1),
        original_language=None,
        asker=Asker("Jan Peeters", "Groen!"),
        addressee={"nl": "minister van Wrek"},
        title={},
        keywords=({"fr": "Uns"},),
        events=(),
        answer_deadline=None,
        relations=(),
        question_text={},
        answers=(Answer(None, {"fr": whole}, (section,)),) if answer else (),
        printed_status=None,
        bulletin=None,
        spans={},
        source=Source(file="a.txt", url=None, retrieved_at=None, sha256="0" * 64, encoding="utf-8"),
        unread=(),
    )


def links(linked: Linked) -> tuple[object, ...]:
    return linked.asker, linked.party, linked.posts, linked.concepts


CORRECTIONS = """
<id/correction/1> hc:printedForm "Minister van wrek"@nl ; hc:means <id/post/werk> .
<id/correction/2> hc:printedForm "Jan Peeters" ; dcterms:temporal <id/legislature/4> ;
    hc:means <id/person/jan-peeters-1946> .
<id/correction/3> hc:printedForm "Groen!", "Agalev" ; hc:means <id/party/groen> .
<id/correction/4> hc:printedForm "uns"@fr ; hc:means <id/concept/1> .
"""


def test_without_corrections_all_is_local(tmp_path: Path) -> None:
    linked = link(record("4-1"), "", authority(tmp_path, ""))
    assert links(linked) == (
        "person/jan-peeters",
        "party/groen",  # one slug
        ("post/nl-minister-van-wrek",),
        (("concept/fr-uns",),),
    )


def test_corrections_in_their_legislature(tmp_path: Path) -> None:
    known = authority(tmp_path, CORRECTIONS)
    linked = link(record("4-1"), "", known)
    expected = ("person/jan-peeters-1946", "party/groen", ("post/werk",), (("concept/1",),))
    assert (links(linked), linked.local_nodes) == (expected, ())
    assert not [finding for finding in linked.findings if finding.kind.startswith("unknown-")]


def test_a_correction_for_another_legislature_does_not_count(tmp_path: Path) -> None:
    known = authority(tmp_path, CORRECTIONS)
    linked = link(record("5-1"), "", known)
    assert linked.asker == "person/jan-peeters"
    assert linked.local_nodes == (LocalNode("person/jan-peeters", ((None, "Jan Peeters"),)),)


def test_that_of_the_legislature_goes_before_that_of_all(tmp_path: Path) -> None:
    everywhere = '<id/correction/5> hc:printedForm "jan peeters" ; hc:means <id/person/other> .'
    known = authority(tmp_path, CORRECTIONS + everywhere)
    assert link(record("4-1"), "", known).asker == "person/jan-peeters-1946"
    assert link(record("5-1"), "", known).asker == "person/other"


def test_a_bulletin_has_the_legislature_of_its_own_number(tmp_path: Path) -> None:
    known = authority(tmp_path, CORRECTIONS)
    bulletin = replace(record("4-1"), question=None, bulletin="4-70", layout="bulletin")
    assert link(bulletin, "", known).asker == "person/jan-peeters-1946"


@pytest.mark.parametrize(("day", "found"), [("2009-01-01", True), ("2012-01-01", False)])
def test_a_service_bears_the_corrected_name_in_that_legislature(
    tmp_path: Path, day: str, found: bool
) -> None:
    known = authority(
        tmp_path,
        """<id/correction/6> hc:printedForm "Service des Iks"@fr ;
             dcterms:temporal <id/legislature/4> ; hc:means <id/service/x> .""",
    )
    text = "Le Service des Iks n'a pas de compte."
    page = replace(record("4-1", text), asked_on=date.fromisoformat(day))
    named = {(m.kind, m.body, m.exact) for m in link(page, text, known).mentions}
    assert (("service", "service/x", "Service des Iks") in named) is found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('<id/correction/1> hc:printedForm "x" .', "does not say"),
        ("<id/correction/1> hc:means <id/post/werk> .", "does not say"),
        (
            """<id/correction/1> hc:printedForm "x" ; hc:means <id/post/werk> .
               <id/correction/2> hc:printedForm "X" ; hc:means <id/post/w> .""",
            "means both post/werk and post/w",
        ),
    ],
)
def test_what_is_no_correction(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(AuthorityError, match=problem) as caught:
        authority(tmp_path, text)
    assert caught.value.remedy
