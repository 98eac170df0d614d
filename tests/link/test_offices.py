"""A minister's title to posts: the offices it names, and who had them on the day."""

from datetime import date
from pathlib import Path

import pytest

from hemicycle.assets import asset
from hemicycle.link import Authority, load_authority
from hemicycle.link.labelled import link_posts
from hemicycle.link.offices import offices
from hemicycle.link.tenures import posts_of_one_holder
from hemicycle.page import Source
from hemicycle.records import Record

FINANCE, COOPERATION = "post/minister-van-financien", "post/minister-van-ontwikkelingssamenwerking"
POSTS = """
@base <https://w3id.org/hemicycle/> .
@prefix hc: <https://w3id.org/hemicycle/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<id/service/x> skos:prefLabel "SPF X"@fr .
<id/government/g> schema:startDate "2011-12-06" ; schema:endDate "2014-10-11" .
<id/post/a> rdfs:label "ministre de l'Emploi"@fr, "minister van Werk"@nl .
<id/post/b> rdfs:label "ministre des Grandes Villes"@fr .
<id/post/c> rdfs:label "ministre de l'Emploi, des Grandes Villes et de la Recherche"@fr .
<id/post/d> rdfs:label "ministre de la Justice"@fr .
<id/membership/1> org:member <id/person/ann> ; hc:post <id/post/a> ; org:organization <id/government/g> .
<id/membership/2> org:member <id/person/ann> ; hc:post <id/post/b> ; org:organization <id/government/g> .
<id/membership/3> org:member <id/person/bob> ; hc:post <id/post/c> ;
    schema:startDate "2014-10-11" .
<id/membership/4> org:member <id/person/cis> ; hc:post <id/post/d> ; org:organization <id/government/g> ;
    schema:endDate "2013-01-01" .
<id/membership/5> org:member <id/person/dan> ; hc:post <id/post/d> ; org:organization <id/government/g> ;
    schema:startDate "2012-12-31" .
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    file = tmp_path_factory.mktemp("authority") / "a.ttl"
    file.write_text(POSTS, encoding="utf-8")
    return load_authority([file])


@pytest.fixture(scope="module")
def real() -> Authority:
    return load_authority(sorted(asset("ontology/authority").glob("*.ttl")))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("ministre de l'Emploi", {"minister emploi"}),
        ("Ministre de l’emploi", {"minister emploi"}),
        ("minister van Werk", {"minister werk"}),
        ("premier ministre", {"premier"}),
        ("Eerste minister", {"premier"}),
        ("vice-première ministre", set()),
        ("vice-eersteminister en minister van Pensioenen", {"minister pensioenen"}),
        ("Vice-Eerste minister en minister van Pensioenen", {"minister pensioenen"}),
        (
            "premier ministre, chargé de la Coordination de la Politique de migration et d'asile",
            {"premier", "premier coordination politique migration", "premier asile"},
        ),
        (
            "ministre des Finances, chargée de la Lutte contre la fraude",
            {"minister finances", "minister lutte contre fraude"},
        ),
        (
            "staatssecretaris voor Asiel en Migratie, toegevoegd aan de minister van Justitie",
            {"secretary asiel", "secretary migratie", "beside minister justitie"},
        ),
        (
            "secrétaire dÉtat à la Mobilité, adjoint au premier ministre, et ministre du Budget",
            {"secretary mobilite", "minister budget"},
        ),
        ("président de la Chambre", set()),
        ("la Justice, ministre du Budget", set()),
        ("ministre", set()),
        ("", set()),
        (", , et", set()),
    ],
)
def test_offices_of_a_title(title: str, expected: set[str]) -> None:
    assert offices(title) == expected


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        # two posts of one person, in any order
        ("ministre des Grandes villes, chargée de l'emploi", "2013-01-01", ("post/a", "post/b")),
        # part of one post
        ("ministre de la Recherche et de l'Emploi", "2014-10-11", ("post/c",)),
        # the deputy premiership makes no difference
        ("vice-premier ministre et ministre de l'Emploi", "2013-01-01", ("post/a",)),
        # an office that nobody had then
        ("ministre de la Recherche", "2013-01-01", ()),
        ("ministre de l'Emploi et des Licornes", "2013-01-01", ()),
        # before the first day, on the last day of the one and the first of the next, and after
        ("ministre de l'Emploi et des Grandes Villes", "2011-12-05", ()),
        ("ministre de la Justice", "2012-12-30", ("post/d",)),
        ("ministre de la Justice", "2012-12-31", ()),
        ("ministre de la Justice", "2013-01-01", ("post/d",)),
        ("ministre de la Justice", "2014-10-11", ()),
        # offices of two persons
        ("ministre de l'Emploi et de la Justice", "2013-01-01", ()),
        # no title
        ("Mme De Coninck", "2013-01-01", ()),
    ],
)
def test_posts_of_one_holder(small: Authority, title: str, day: str, expected: tuple[str]) -> None:
    on = date.fromisoformat(day)
    assert posts_of_one_holder(title, "fr", on, small.tenures) == expected


def test_a_title_counts_in_its_own_language(small: Authority) -> None:
    on = date(2013, 1, 1)
    assert posts_of_one_holder("minister van Werk", "nl", on, small.tenures) == ("post/a",)
    assert posts_of_one_holder("minister van Werk", "fr", on, small.tenures) == ()


@pytest.mark.parametrize(
    ("title", "language", "day", "expected"),
    [
        (
            "vice-premier ministre et ministre des Finances et de la Coopération au développement",
            "fr",
            "2019-02-01",
            (FINANCE, COOPERATION),
        ),
        (
            "vice-eersteminister en minister van Mobiliteit",
            "nl",
            "2023-05-05",
            ("post/minister-van-mobiliteit",),
        ),
        (
            "Vice-Eerste minister en minister van Binnenlandse Zaken",
            "nl",
            "1995-09-21",
            ("post/minister-van-binnenlandse-zaken",),
        ),
        ("ministre de la Mer du Nord", "fr", "2001-01-01", ()),
    ],
)
def test_titles_by_the_files_of_the_project(
    real: Authority, title: str, language: str, day: str, expected: tuple[str, ...]
) -> None:
    on = date.fromisoformat(day)
    assert posts_of_one_holder(title, language, on, real.tenures) == expected


def addressed(authority: Authority, title: str, day: str) -> tuple[tuple[str, ...], set[str]]:
    """The posts of a question to a title, and the rules and bases of its mentions."""
    record = Record(
        question="6-1",
        layout="web",
        languages=("fr",),
        session=None,
        asked_on=date.fromisoformat(day),
        original_language=None,
        asker=None,
        addressee={"fr": title},
        title={},
        keywords=(),
        events=(),
        answer_deadline=None,
        relations=(),
        question_text={},
        answers=(),
        printed_status=None,
        bulletin=None,
        spans={"addressee/fr": ((0, len(title)),)},
        source=Source(file="a.txt", url=None, retrieved_at=None, sha256="0" * 64, encoding="utf-8"),
        unread=(),
    )
    found = link_posts(record, title, authority)
    return found.paths, {f"{m.rule} {m.basis}" for m in found.found.mentions}


@pytest.mark.parametrize(
    ("title", "day", "expected", "how"),
    [
        ("Ministre de l'emploi", "2013-01-01", "post/a", "addressee-line printed"),
        # the post of that title is nobody's then, the office is one of another post
        ("ministre de l'Emploi", "2014-10-11", "post/c", "offices-of-one-holder authority"),
        # nobody has the office: the post stays
        ("ministre de la Justice", "2014-10-11", "post/d", "addressee-line printed"),
        (
            "ministre de la Recherche & de l'Emploi",
            "2015-01-01",
            "post/c",
            "offices-of-one-holder authority",
        ),
        (
            "ministre des Licornes",
            "2015-01-01",
            "post/fr-ministre-des-licornes",
            "addressee-line printed",
        ),
    ],
)
def test_a_question_is_addressed_to_a_post_that_is_held(
    small: Authority, title: str, day: str, expected: str, how: str
) -> None:
    assert addressed(small, title, day) == ((expected,), {how})


def test_a_government_without_days_gives_none(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(POSTS.replace('schema:startDate "2011-12-06" ; ', ""), encoding="utf-8")
    tenures = load_authority([file]).tenures.of_post
    held = {(tenure.person, post) for post, known in tenures.items() for tenure in known}
    assert held == {("person/bob", "post/c"), ("person/dan", "post/d")}
