"""An IRI gives the sentences it comes from, and the rules behind what is inferred."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from hemicycle.errors import QueryError, ReadError
from hemicycle.mint import Mint
from hemicycle.why import Explanation, Owner, Sentence, explain
from hemicycle.why_rules import Inference, Statement, inferences

BILINGUAL = (
    "1) Le SPF Emploi est également présent sur Twitter, avec les comptes @FODWerk et @SPFEmploi."
)
DUTCH = (
    "1) Daarnaast is de FOD Werkgelegenheid ook aanwezig op Twitter, met als accountnamen "
    "@FODWerk en @SPFEmploi."
)


def claimed(start: int, quote: str, line: int) -> Sentence:
    return Sentence(
        kind="account",
        body="account/twitter-profile-fodwerk",
        rule="handle",
        basis="printed",
        stance="claimed",
        file="5-8910.bilingual-print.txt",
        key="b891000000000002",
        start=start,
        end=start + len("@FODWerk"),
        exact="@FODWerk",
        quote=quote,
        line=line,
        owner=Owner("service/spf-emploi", "holder", "printed"),
    )


@pytest.mark.parametrize(
    "iri",
    [
        "account/twitter-profile-fodwerk",
        "id/account/twitter-profile-fodwerk",
        "https://w3id.org/hemicycle/id/account/twitter-profile-fodwerk",
    ],
)
def test_an_account_comes_from_its_sentences(
    iri: str, family_store: Store, family_texts: Path
) -> None:
    assert explain(family_store, family_texts, iri, Mint()) == Explanation(
        iri="https://w3id.org/hemicycle/id/account/twitter-profile-fodwerk",
        graphs=("local", "page/b891000000000002"),
        sentences=(claimed(591, BILINGUAL, 23), claimed(723, DUTCH, 25)),
        inferences=(),
    )


def test_words_stand_where_offsets_say(family_store: Store, family_texts: Path) -> None:
    found = explain(family_store, family_texts, "question/5-8906", Mint())
    text = (family_texts / "a890600000000001.txt").read_text("utf-8")
    own = [sentence for sentence in found.sentences if sentence.key == "a890600000000001"]
    assert [(one.kind, one.exact, one.line) for one in own] == [
        ("person", "Martine Taelman", 3),
        ("asked-on", "30 avril 2013", 3),
        ("event", "18/12/2013Rappel", 12),
        ("question", "5-8900", 15),
        ("question", "5-8910", 16),
        ("account", "@SPF_Finances", 18),
        ("received-on", "30 janvier 2014", 24),
    ]
    assert all(text[one.start : one.end] == one.exact for one in own)


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        (
            "answer-section/5-8906-2",
            ["SPF Securité Sociale", "pour une administration sexy", "@FODSZ", "@SPFSecu"],
        ),
        ("answer/5-8910", ["SPF Emploi", "@FODWerk", "@SPFEmploi", "@FODWerk", "@SPFEmploi"]),
        ("answer-part/5-8906-1-2", ["Elle est bonne."]),
        ("event/5-8906-2013-12-18-reminder", ["18/12/2013Rappel"]),
        ("service/spf-sante", ["SPF Santé publique"]),
        ("family/5-8900", ["5-8900", "5-8910", "5-8900", "5-8906", "5-8912", "5-8910"]),
        ("question/5-8912", ["5-8912", "5-8910"]),
        ("question/5-9999", []),
    ],
)
def test_what_lies_in_a_thing_is_quoted_in_reading_order(
    iri: str, words: list[str], family_store: Store, family_texts: Path
) -> None:
    found = explain(family_store, family_texts, iri, Mint())
    assert [sentence.exact for sentence in found.sentences] == words


def test_a_thing_that_is_nowhere_has_nothing(family_store: Store, family_texts: Path) -> None:
    iri = "https://w3id.org/hemicycle/id/service/nope"
    assert explain(family_store, family_texts, iri, Mint()) == Explanation(iri, (), (), ())


def test_the_holder_of_an_account_is_inferred_from_its_mention(
    family_store: Store, family_texts: Path
) -> None:
    found = explain(family_store, family_texts, "account/twitter-profile-santebelgique", Mint())
    mention = "mention/a890600000000001-638-652-account"
    account = "account/twitter-profile-santebelgique"
    assert found.graphs == ("inferred", "local", "page/a890600000000001")
    assert found.inferences == (
        Inference(
            Statement(account, "hc:heldBy", "service/spf-sante"),
            {
                "en": "The account's own name, or where it is named, shows whose it is",
                "fr": "Le nom du compte, ou l'endroit où il est cité, montre à qui il est",
                "nl": "De naam van het account, of de plaats waar het genoemd wordt, "
                "toont van wie het is",
            },
            (
                Statement(mention, "hc:attributedTo", "service/spf-sante"),
                Statement(mention, "hc:exact", "@SanteBelgique"),
            ),
        ),
    )


def test_premises_of_a_number_and_a_person(family_store: Store, family_texts: Path) -> None:
    found = explain(family_store, family_texts, "answer/5-8910", Mint())
    answer, question = "answer/5-8910", "question/5-8910"
    member = "membership/di-rupo-monica-de-coninck"
    premises = {one.statement: one.premises for one in found.inferences}
    assert premises == {
        Statement(answer, "hc:answeredBy", "person/monica-de-coninck"): (
            Statement(answer, "hc:answers", question),
            Statement(answer, "hc:receivedOn", "2013-07-15"),
            Statement(member, "org:member", "person/monica-de-coninck"),
            Statement(member, "schema:endDate", "2014-10-11"),
            Statement(member, "schema:startDate", "2011-12-06"),
            Statement(member, "hc:post", "post/minister-van-werk"),
            Statement(question, "hc:addressedTo", "post/minister-van-werk"),
        ),
        Statement(answer, "hc:daysToAnswer", "76"): (
            Statement(answer, "hc:receivedOn", "2013-07-15"),
            Statement(question, "hc:askedOn", "2013-04-30"),
        ),
    }


@pytest.mark.parametrize(
    ("iri", "statement", "premises"),
    [
        (
            "question/5-8900",
            Statement("question/5-8900", "hc:alsoAskedAs", "question/5-8906"),
            (Statement("question/5-8906", "hc:alsoAskedAs", "question/5-8900"),),
        ),
        (
            "question/5-8912",
            Statement("question/5-8912", "hc:memberOf", "family/5-8900"),
            (
                Statement("question/5-8910", "hc:alsoAskedAs", "question/5-8912"),
                Statement("question/5-8912", "hc:alsoAskedAs", "question/5-8910"),
            ),
        ),
        (
            "question/5-8912",
            Statement("question/5-8912", "hc:status", "status/pending"),
            (
                Statement("event/5-8912-2013-04-30-question-sent", "dcterms:date", "2013-04-30"),
                Statement(
                    "event/5-8912-2013-04-30-question-sent",
                    "hc:eventKind",
                    "event-kind/question-sent",
                ),
            ),
        ),
        (
            "question/5-8910",
            Statement("question/5-8910", "hc:holderWhenAsked", "person/monica-de-coninck"),
            (
                Statement(
                    "membership/di-rupo-monica-de-coninck", "org:member", "person/monica-de-coninck"
                ),
                Statement("membership/di-rupo-monica-de-coninck", "schema:endDate", "2014-10-11"),
                Statement("membership/di-rupo-monica-de-coninck", "schema:startDate", "2011-12-06"),
                Statement(
                    "membership/di-rupo-monica-de-coninck", "hc:post", "post/minister-van-werk"
                ),
                Statement("question/5-8910", "hc:addressedTo", "post/minister-van-werk"),
                Statement("question/5-8910", "hc:askedOn", "2013-04-30"),
            ),
        ),
        (
            "answer-section/5-8910-1",
            Statement("answer-section/5-8910-1", "hc:onBehalfOf", "service/spf-emploi"),
            (
                Statement(
                    "mention/b891000000000002-528-538-service", "hc:body", "service/spf-emploi"
                ),
                Statement("mention/b891000000000002-528-538-service", "hc:exact", "SPF Emploi"),
            ),
        ),
        (
            "family/5-8900",
            Statement("family/5-8900", "hc:memberCount", "4"),
            tuple(
                Statement(f"question/5-{number}", "hc:memberOf", "family/5-8900")
                for number in (8900, 8906, 8910, 8912)
            ),
        ),
        (
            "family/5-8900",
            Statement("family/5-8900", "hc:readCount", "3"),
            (
                Statement("question/5-8906", "prov:wasDerivedFrom", "text/a890600000000001"),
                Statement("question/5-8910", "prov:wasDerivedFrom", "text/b891000000000002"),
                Statement("question/5-8912", "prov:wasDerivedFrom", "text/c891200000000003"),
            ),
        ),
        (
            "family/5-8900",
            Statement("family/5-8900", "hc:answeredCount", "2"),
            (
                Statement("answer/5-8906", "hc:answers", "question/5-8906"),
                Statement("answer/5-8910", "hc:answers", "question/5-8910"),
            ),
        ),
        (
            "family/5-8900",
            Statement("family/5-8900", "rdf:type", "hc:QuestionFamily"),
            tuple(
                Statement(f"question/5-{number}", "hc:memberOf", "family/5-8900")
                for number in (8900, 8906, 8910, 8912)
            ),
        ),
    ],
)
def test_every_inference_goes_by_its_premises(
    iri: str,
    statement: Statement,
    premises: tuple[Statement, ...],
    family_store: Store,
    family_texts: Path,
) -> None:
    found = explain(family_store, family_texts, iri, Mint())
    assert [one.premises for one in found.inferences if one.statement == statement] == [premises]


def test_what_a_page_says_itself_is_not_inferred(family_store: Store, family_texts: Path) -> None:
    found = explain(family_store, family_texts, "question/5-8912", Mint())
    assert "hc:alsoAskedAs" not in {one.statement.predicate for one in found.inferences}


def test_no_iri_is_said_to_be_none(family_store: Store, family_texts: Path) -> None:
    with pytest.raises(QueryError, match="'two words' is no IRI"):
        explain(family_store, family_texts, "two words", Mint())


def test_missing_texts_are_named(family_store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        explain(family_store, tmp_path, "account/twitter-profile-fodwerk", Mint())


def test_twins_go_by_the_two_accounts_alone() -> None:
    said = """
        BASE <https://w3id.org/hemicycle/>
        PREFIX hc: <https://w3id.org/hemicycle/ns#>
        <id/account/a> hc:heldBy <id/service/x> ; hc:platform <id/platform/twitter> .
        <id/account/b> hc:heldBy <id/service/x> ; hc:platform <id/platform/twitter> .
        <id/account/c> hc:heldBy <id/service/y> ; hc:platform <id/platform/twitter> .
        <graph/inferred> { <id/account/a> hc:languageTwin <id/account/b> }
        <id/account/a> hc:languageTwin <id/account/b> .
    """
    store = Store()
    store.extend(parse(said, format=RdfFormat.TRIG))
    (twin,) = inferences(store, Mint().thing("account/a"), Mint())
    assert [(one.subject, one.predicate, one.object) for one in twin.premises] == [
        ("account/a", "hc:heldBy", "service/x"),
        ("account/a", "hc:platform", "platform/twitter"),
        ("account/b", "hc:heldBy", "service/x"),
        ("account/b", "hc:platform", "platform/twitter"),
    ]
