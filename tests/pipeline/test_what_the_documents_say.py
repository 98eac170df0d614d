"""What the two real documents say, asked of the graph that was built of them."""

from pathlib import Path

import pytest

from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild, open_build
from hemicycle.query import Rows, plain, run_query

GRAPHS = Path(__file__).parent.parent.parent / "graphs"


@pytest.fixture(scope="module")
def build() -> OpenBuild:
    return open_build(GRAPHS)


def ask(build: OpenBuild, where: str) -> list[tuple[str, ...]]:
    """The rows of a query, our IRIs as paths, sorted."""
    found = run_query(build.store, where, build.mint)
    assert isinstance(found, Rows)
    things = Mint().thing("").value
    return sorted(tuple(plain(cell).removeprefix(things) for cell in row) for row in found.rows)


def test_days_status_and_who_held_the_post(build: OpenBuild) -> None:
    assert ask(
        build,
        """SELECT ?question ?days ?status ?holder ?answered WHERE {
        ?answer hc:answers ?question ; hc:daysToAnswer ?days ; hc:answeredBy ?answered .
        ?question hc:status ?status ; hc:holderWhenAsked ?holder }""",
    ) == [
        (
            "question/5-8906",
            "275",
            "status/answered",
            "person/laurette-onkelinx",
            "person/laurette-onkelinx",
        ),
        (
            "question/5-8910",
            "76",
            "status/answered",
            "person/monica-de-coninck",
            "person/monica-de-coninck",
        ),
    ]


def test_one_family_of_nineteen(build: OpenBuild) -> None:
    counts = "SELECT ?family ?all ?read ?answered WHERE { ?family hc:memberCount ?all ; hc:readCount ?read ; hc:answeredCount ?answered }"
    assert ask(build, counts) == [("family/5-8900", "19", "2", "2")]
    members = ask(build, "SELECT ?q WHERE { ?q hc:memberOf <id/family/5-8900> }")
    assert members == [(f"question/5-{number}",) for number in range(8900, 8919)]


def test_events_once_each(build: OpenBuild) -> None:
    events = "SELECT ?q ?on ?kind WHERE { ?q hc:event ?event . ?event dcterms:date ?on ; hc:eventKind ?kind }"
    assert ask(build, events) == [
        ("question/5-8906", "2013-04-30", "event-kind/question-sent"),
        ("question/5-8906", "2013-12-18", "event-kind/reminder"),
        ("question/5-8906", "2014-01-30", "event-kind/answer"),
        ("question/5-8910", "2013-04-30", "event-kind/question-sent"),
        ("question/5-8910", "2013-07-15", "event-kind/answer"),
    ]


def test_whose_accounts(build: OpenBuild) -> None:
    """20 in all: 16 held as answers say, 2 as the question says or a name tells, 2 held by none."""
    held = ask(build, "SELECT ?service ?account WHERE { ?account hc:heldBy ?service }")
    assert held == [
        ("service/spf-emploi", "account/facebook-page-fodwerkgelegenheid"),
        ("service/spf-emploi", "account/facebook-page-spfemploi"),
        ("service/spf-emploi", "account/linkedin-company-page-spf-emploi-unnamed"),
        ("service/spf-emploi", "account/twitter-profile-fodwerk"),
        ("service/spf-emploi", "account/twitter-profile-spfemploi"),
        ("service/spf-finances", "account/twitter-profile-fod_financien"),
        ("service/spf-finances", "account/twitter-profile-spf_finances"),
        ("service/spf-sante", "account/facebook-group-healthbelgium"),
        ("service/spf-sante", "account/facebook-page-181157735273342"),
        ("service/spf-sante", "account/facebook-page-219297298102310"),
        (
            "service/spf-sante",
            "account/linkedin-company-page-federal-public-service-health-food-chain-safety-and-environment",
        ),
        ("service/spf-sante", "account/twitter-profile-be_gezondheid"),
        ("service/spf-sante", "account/twitter-profile-santebelgique"),
        (
            "service/spf-securite-sociale",
            "account/facebook-group-spf-securite-sociale-pour-une-administration-sexy",
        ),
        ("service/spf-securite-sociale", "account/twitter-profile-fodsz"),
        ("service/spf-securite-sociale", "account/twitter-profile-spfsecu"),
        ("service/spf-securite-sociale", "account/yammer-group-spf-securite-sociale-communit-e"),
        ("service/spf-securite-sociale", "account/yammer-group-spf-securite-sociale-handisocial"),
    ]
    others = "SELECT ?account WHERE { ?account a foaf:OnlineAccount FILTER NOT EXISTS { ?account hc:heldBy ?service } }"
    assert ask(build, others) == [
        ("account/twitter-profile-belgiumbe",),
        ("account/twitter-profile-janeyckmans",),
    ]
    spokesperson = ask(build, "SELECT ?a ?s WHERE { ?a hc:spokespersonOf ?s }")
    assert spokesperson == [("account/twitter-profile-janeyckmans", "service/spf-sante")]


def test_an_owner_that_only_a_name_tells_is_inferred(build: OpenBuild) -> None:
    inferred = "SELECT ?account WHERE { GRAPH <graph/inferred> { ?account hc:heldBy ?service } }"
    assert ask(build, inferred) == [("account/twitter-profile-fod_financien",)]


def test_what_a_question_mentions_no_answer_claims(build: OpenBuild) -> None:
    mentioned = """SELECT DISTINCT ?account ?basis WHERE {
        ?mention hc:mentionKind "account" ; hc:body ?account ; hc:basis ?basis ;
            hc:stance <id/stance/mentioned> }"""
    assert ask(build, mentioned) == [
        ("account/twitter-profile-belgiumbe", "basis/inferred"),
        ("account/twitter-profile-belgiumbe", "basis/printed"),
        ("account/twitter-profile-fod_financien", "basis/printed"),
        ("account/twitter-profile-spf_finances", "basis/inferred"),
    ]


def test_youtube_is_named_and_has_no_account(build: OpenBuild) -> None:
    named = "SELECT ?exact WHERE { ?m hc:body <id/platform/youtube> ; hc:exact ?exact }"
    assert ask(build, named) == [("Youtube",)]  # in both languages the same word
    assert (
        ask(
            build, "SELECT ?a WHERE { ?a a foaf:OnlineAccount ; hc:platform <id/platform/youtube> }"
        )
        == []
    )


def test_sections_and_parts(build: OpenBuild) -> None:
    sections = ask(
        build,
        """SELECT ?section ?service (COUNT(?part) AS ?parts) WHERE {
        ?section a hc:AnswerSection ; hc:onBehalfOf ?service ; dcterms:hasPart ?part .
        ?part hc:respondsTo ?asked } GROUP BY ?section ?service""",
    )
    assert sections == [
        ("answer-section/5-8906-1", "service/spf-sante", "4"),
        ("answer-section/5-8906-2", "service/spf-securite-sociale", "4"),
        ("answer-section/5-8910-1", "service/spf-emploi", "4"),
    ]


def test_the_session_is_said_where_it_is_printed(build: OpenBuild) -> None:
    assert ask(build, "SELECT ?q ?s WHERE { ?q hc:session ?s }") == [
        ("question/5-8910", "2012-2013")
    ]


def test_keywords_are_eurovocs(build: OpenBuild) -> None:
    concepts = "SELECT DISTINCT ?match WHERE { ?q dcterms:subject/skos:exactMatch ?match }"
    assert ask(build, concepts) == [
        (f"http://eurovoc.europa.eu/{key}",)
        for key in ("443345", "5116", "5852", "5891", "c_324b44f1")
    ]
