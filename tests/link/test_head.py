"""What a page's head says to persons, parties, posts, concepts, events, and what is odd in it."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec
import pytest

from hemicycle.link import Authority, link, load_authority
from hemicycle.links import Finding, Linked, LocalNode
from hemicycle.page import Source
from hemicycle.records import (
    Answer,
    Asker,
    Event,
    PartedText,
    Record,
    Relation,
    Section,
    Text,
    UnreadLine,
)

HERE = Path(__file__).parent
EMPTY = Record(
    question="5-1",
    layout="web",
    languages=("fr",),
    session=None,
    asked_on=date(2013, 4, 30),
    original_language=None,
    asker=None,
    addressee={},
    title={},
    keywords=(),
    events=(),
    answer_deadline=None,
    relations=(),
    question_text={},
    answers=(),
    printed_status=None,
    bulletin=None,
    spans={},
    source=Source(file="a.txt", url=None, retrieved_at=None, sha256="0" * 64, encoding="utf-8"),
    unread=(),
)


@lru_cache(maxsize=1)
def authority() -> Authority:
    return load_authority(sorted((HERE / "authority").glob("*.ttl")))


def linked(page: str, **said: object) -> Linked:
    return link(msgspec.structs.replace(EMPTY, **said), page, authority())


def mentions(found: Linked) -> list[tuple[str, str, str, str]]:
    return [(m.kind, m.body, m.exact, m.rule) for m in found.mentions]


def spans(page: str, **words: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Every place where each value stands; `__` in a key is a stroke."""
    found = {}
    for key, value in words.items():
        starts = [at for at in range(len(page)) if page.startswith(value, at)]
        found[key.replace("__", "/")] = tuple((at, at + len(value)) for at in starts)
    return found


def test_asker_and_party() -> None:
    page = "de Martine Taelman (Open VLD)\nvan Martine Taelman (Open VLD)"
    found = linked(
        page,
        asker=Asker("Martine Taelman", "Open VLD"),
        spans=spans(page, asker__name="Martine Taelman", asker__party="Open VLD"),
    )
    assert (found.asker, found.party) == ("person/martine-taelman", "party/open-vld")
    person = ("person", "person/martine-taelman", "Martine Taelman", "asker-line")
    party = ("party", "party/open-vld", "Open VLD", "asker-line")
    assert mentions(found) == [person, party, person, party]
    assert found.local_nodes == (LocalNode("person/martine-taelman", ((None, "Martine Taelman"),)),)
    assert found.findings == ()


def test_asker_known_to_the_authority_is_no_local_node() -> None:
    found = linked("", asker=Asker("Monica De Coninck", None))
    assert (found.asker, found.party) == ("person/monica-de-coninck", None)
    assert found.local_nodes == ()


def test_unknown_party() -> None:
    page = "de A. B (Parti X)"
    found = linked(page, asker=Asker("A. B", "Parti X"), spans=spans(page, asker__party="Parti X"))
    assert found.party == "party/parti-x"
    assert LocalNode("party/parti-x", ((None, "Parti X"),)) in found.local_nodes
    assert found.findings == (
        Finding(kind="unknown-party", about="party/parti-x", words="Parti X", start=9, end=16),
    )


@pytest.mark.parametrize(
    ("name", "question", "bulletin", "path", "label"),
    [
        ("Mme Nyssens", "2-1265", "2-38", "person/2-nyssens", "Nyssens"),
        ("mevrouw de Bethune", None, "3-70", "person/3-de-bethune", "de Bethune"),
        ("M. Anciaux", None, None, "person/page-0000000000000000-anciaux", "Anciaux"),
        ("de heer D'Hose", "2-1", None, "person/2-d-hose", "D'Hose"),
    ],
)
def test_asker_of_a_bulletin(
    name: str, question: str | None, bulletin: str | None, path: str, label: str
) -> None:
    found = linked(
        "", layout="bulletin", asker=Asker(name, None), question=question, bulletin=bulletin
    )
    assert found.asker == path
    assert found.local_nodes == (LocalNode(path, ((None, label),)),)


def test_title_is_no_part_of_a_name() -> None:
    assert linked("", asker=Asker("Mme Zakia Khattabi", None)).asker == "person/zakia-khattabi"


def test_posts_by_title_without_case_accents_and_punctuation() -> None:
    page = "Ministre de l’Egalité des Chances / minister van gelijke kansen"
    found = linked(
        page,
        addressee={
            "nl": "minister van gelijke kansen",
            "fr": "Ministre de l’Egalité des Chances",
        },
        spans=spans(page, addressee__fr="Ministre de l’Egalité des Chances"),
    )
    assert found.posts == ("post/minister-van-gelijke-kansen",)
    assert mentions(found) == [
        ("post", found.posts[0], "Ministre de l’Egalité des Chances", "addressee-line")
    ]
    assert found.findings == ()


def test_unknown_post_in_each_language() -> None:
    labels = {"de": "Minister für X", "nl": "minister van X", "fr": "ministre de l'Emploi"}
    found = linked("", addressee=labels)
    assert found.posts == (
        "post/minister-van-werk",
        "post/nl-minister-van-x",
        "post/de-minister-fur-x",
    )
    assert found.local_nodes == (
        LocalNode("post/de-minister-fur-x", (("de", "Minister für X"),)),
        LocalNode("post/nl-minister-van-x", (("nl", "minister van X"),)),
    )
    assert [(f.kind, f.about, f.words) for f in found.findings] == [
        ("unknown-post", "post/de-minister-fur-x", "Minister für X"),
        ("unknown-post", "post/nl-minister-van-x", "minister van X"),
    ]


def test_keywords() -> None:
    page = "ministère\nMinisterie\nvaccin\nvaccin\ndouble"
    found = linked(
        page,
        languages=("fr", "nl"),
        keywords=(
            {"fr": "ministère", "nl": "Ministerie"},
            {"fr": "vaccin", "nl": "vaccin"},
            {"fr": "double"},
            {"fr": "departement ministeriel"},
        ),
        spans={
            "keywords/0/fr": ((0, 9),),
            "keywords/0/nl": ((10, 20),),
            "keywords/1/fr": ((21, 27),),
            "keywords/1/nl": ((28, 34),),
            "keywords/2/fr": ((35, 41),),
        },
    )
    assert found.concepts == (
        ("concept/5116",),
        ("concept/fr-vaccin", "concept/nl-vaccin"),
        ("concept/fr-double",),
        ("concept/fr-departement-ministeriel",),
    )
    assert mentions(found) == [
        ("concept", "concept/5116", "ministère", "keyword"),
        ("concept", "concept/5116", "Ministerie", "keyword"),
        ("concept", "concept/fr-vaccin", "vaccin", "keyword"),
        ("concept", "concept/nl-vaccin", "vaccin", "keyword"),
        ("concept", "concept/fr-double", "double", "keyword"),
    ]
    assert [(f.kind, f.words, f.start) for f in found.findings] == [
        ("unknown-keyword", "departement ministeriel", None),
        ("unknown-keyword", "vaccin", 21),
        ("unknown-keyword", "vaccin", 28),
        ("unknown-keyword", "double", 35),
        ("unpaired-keywords", "departement ministeriel", None),
        ("unpaired-keywords", "double", 35),
    ]


def test_values_of_the_question() -> None:
    page = "5-1 2012-2013 30 avril 2013 néerlandais Titre 11/12/2008 15 juillet 2013"
    answer = Answer(date(2013, 7, 15), {}, (Section({}, {}, {}),))
    found = linked(
        page,
        title={"fr": "Titre"},
        answers=(answer,),
        spans=spans(
            page,
            question="5-1",
            session="2012-2013",
            asked_on="30 avril 2013",
            original_language="néerlandais",
            title__fr="Titre",
            answer_deadline="11/12/2008",
            answers__0__received_on="15 juillet 2013",
        ),
    )
    assert mentions(found) == [
        ("question-number", "question/5-1", "5-1", "question-line"),
        ("session", "question/5-1", "2012-2013", "session-line"),
        ("asked-on", "question/5-1", "30 avril 2013", "date-line"),
        ("original-language", "question/5-1", "néerlandais", "language-marker"),
        ("title", "question/5-1", "Titre", "title-line"),
        ("answer-deadline", "question/5-1", "11/12/2008", "chronology"),
        ("received-on", "answer/5-1", "15 juillet 2013", "answer-marker"),
    ]
    assert {(m.basis, m.stance, m.within) for m in found.mentions} == {("printed", None, None)}


def test_events_and_relations() -> None:
    page = "Envoi Retrait Aussi posée à : 5-8900 Vu : 4-378"
    found = linked(
        page,
        events=(
            Event("question-sent", date(2013, 4, 30)),
            Event("unknown", date(2013, 5, 1), "Retrait"),
        ),
        relations=(
            Relation("also-asked", "written-question", "5-8900"),
            Relation("unknown", "oral-question", "4-378", "Vu"),
        ),
        spans=spans(
            page,
            events__0="Envoi",
            events__1="Retrait",
            relations__0="Aussi posée à : 5-8900",
            relations__1="Vu : 4-378",
        ),
    )
    assert mentions(found) == [
        ("event", "event/5-1-2013-04-30-question-sent", "Envoi", "chronology"),
        ("event", "event/5-1-2013-05-01-unknown-retrait", "Retrait", "chronology"),
        ("question", "question/5-8900", "Aussi posée à : 5-8900", "relation-line"),
        ("question", "oral-question/4-378", "Vu : 4-378", "relation-line"),
    ]
    assert [(f.kind, f.about, f.words, f.start) for f in found.findings] == [
        ("unknown-event", "event/5-1-2013-05-01-unknown-retrait", "Retrait", 6),
        ("unknown-relation", "oral-question/4-378", "Vu", 37),
    ]


def test_headings_of_sections() -> None:
    page = "SPF Securité Sociale\nOui.\nSPF Inconnu\nNon.\nFOD Onbekend"
    sections = (
        Section({"fr": "SPF Securité Sociale"}, {"fr": Text("Oui.", 21, 25)}, {"fr": ()}),
        Section({"nl": "FOD Onbekend", "fr": "SPF Inconnu"}, {"fr": Text("Non.", 38, 42)}, {}),
        Section({}, {}, {}),
    )
    found = linked(
        page,
        answers=(Answer(None, {}, sections),),
        spans=spans(
            page,
            answers__0__sections__0__service_label__fr="SPF Securité Sociale",
            answers__0__sections__1__service_label__fr="SPF Inconnu",
            answers__0__sections__1__service_label__nl="FOD Onbekend",
        ),
    )
    assert found.section_services == {
        "answer-section/5-1-1": "service/spf-securite-sociale",
        "answer-section/5-1-2": "service/fr-spf-inconnu",
    }
    assert mentions(found) == [
        ("service-heading", "service/spf-securite-sociale", "SPF Securité Sociale", "heading"),
        ("service-heading", "service/fr-spf-inconnu", "SPF Inconnu", "heading"),
        ("service-heading", "service/nl-fod-onbekend", "FOD Onbekend", "heading"),
    ]
    assert found.local_nodes == (
        LocalNode("service/fr-spf-inconnu", (("fr", "SPF Inconnu"),)),
        LocalNode("service/nl-fod-onbekend", (("nl", "FOD Onbekend"),)),
    )
    assert [(f.kind, f.about, f.words) for f in found.findings] == [
        ("unknown-service", "service/fr-spf-inconnu", "SPF Inconnu"),
        ("unknown-service", "service/nl-fod-onbekend", "FOD Onbekend"),
    ]


def test_heading_owns_the_accounts_of_its_section() -> None:
    page = "SPF Justice\nNous sommes sur www.facebook.com/justice."
    text = Text(page[12:], 12, len(page))
    section = Section({"fr": "SPF Justice"}, {"fr": text}, {"fr": ()})
    found = linked(page, answers=(Answer(None, {"fr": text}, (section,)),))
    (mention,) = found.mentions
    assert mention.attribution is not None
    assert (mention.attribution.service, mention.attribution.basis) == (
        "service/spf-justice",
        "printed",
    )
    assert mention.exact == page[mention.start : mention.end] == "www.facebook.com/justice"


def test_page_without_number() -> None:
    found = linked("x", question=None, question_text={"fr": PartedText("x", 0, 1, ())})
    assert found.question == "question/page-0000000000000000"
    assert found.findings == (Finding(kind="no-number", about=found.question, words=""),)


def test_unread_lines_and_undecoded_characters() -> None:
    page = "a\nb c\na\nmot ca\ufffdss\ufffd fin"
    found = linked(page, unread=(UnreadLine(2, "b c"), UnreadLine(3, "a")))
    assert found.findings == (
        Finding(kind="undecoded-character", about=None, words="ca\ufffdss\ufffd", start=12, end=18),
        Finding(kind="unread-line", about="question/5-1", words="b c", start=2, end=5),
        Finding(kind="unread-line", about="question/5-1", words="a", start=6, end=7),
    )
