"""Each rule for a labelled line, by itself: what it reads, and what it leaves alone."""

from collections.abc import Callable
from datetime import date

import pytest

from hemicycle.parse import chronology, head, people, relations
from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import EVENT_LABELS, RELATION_LABELS, TARGET_LABELS
from hemicycle.parse.lines import Cell, Line
from hemicycle.records import Asker, Event, Relation

MakeDraft = Callable[..., Draft]
MakeLine = Callable[[str], Line]


@pytest.mark.parametrize("label", EVENT_LABELS, ids=lambda label: label.printed)
@pytest.mark.parametrize("form", ["30/4/2013{}", "30/4/2013 {}", "30/4/2013 | {} |"])
def test_every_event_label(form: str, label: object, draft: MakeDraft, line: MakeLine) -> None:
    own, row = draft(), next(row for row in EVENT_LABELS if row is label)
    assert chronology.read_events(line(form.format(row.printed)), own)
    assert list(own.events) == [Event(row.kind, date(2013, 4, 30))]


@pytest.mark.parametrize("target", TARGET_LABELS, ids=lambda row: row.printed)
@pytest.mark.parametrize("label", RELATION_LABELS, ids=lambda row: row.printed)
def test_every_relation_label(
    label: object, target: object, draft: MakeDraft, line: MakeLine
) -> None:
    row = next(row for row in RELATION_LABELS if row is label)
    goal = next(row for row in TARGET_LABELS if row is target)
    own = draft()
    assert relations.read_relations(line(f"{row.printed} : {goal.printed} 5-12"), own)
    assert list(own.relations) == [Relation(row.kind, goal.kind, "5-12")]


@pytest.mark.parametrize(
    ("text", "events", "deadline"),
    [
        (
            "17/11/2008Envoi question (Fin du délai de réponse: 18/12/2008)",
            [Event("question-sent", date(2008, 11, 17))],
            date(2008, 12, 18),
        ),
        (
            "26/10/2016 Verzending vraag (Einde van de antwoordtermijn: 24/11/2016 )",
            [Event("question-sent", date(2016, 10, 26))],
            date(2016, 11, 24),
        ),
        (
            "30/4/2013Verzending vraag\t30/4/2013Verzending vraag",
            [Event("question-sent", date(2013, 4, 30))],
            None,
        ),
    ],
)
def test_events_with_deadline(
    text: str, events: list[Event], deadline: date | None, draft: MakeDraft, line: MakeLine
) -> None:
    own = draft()
    assert chronology.read_events(line(text), own)
    assert (list(own.events), own.answer_deadline) == (events, deadline)


@pytest.mark.parametrize("text", ["31/4/2013Rappel", "Rappel", "30/4/2013", "30/4/13Rappel"])
def test_no_event(text: str, draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    assert not chronology.read_events(line(text), own)
    assert own == draft()


def test_an_unknown_label_is_kept_as_printed(draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    assert not chronology.read_unknown_event(line("11/11/2013 - Un titre"), own)
    assert not relations.read_relations(line("Un titre : question écrite 5-7"), own)
    own.title_cells.append(Cell("Un titre", 0, 8, 0, 0))
    assert chronology.read_unknown_event(line("3/5/2013Retrait de la question"), own)
    assert relations.read_relations(line("Voisine de : question écrite 5-7"), own)
    assert list(own.events) == [Event("unknown", date(2013, 5, 3), "Retrait de la question")]
    assert list(own.relations) == [Relation("unknown", "written-question", "5-7", "Voisine de")]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Requalifiée en : interpellation 4-52",
            Relation("requalified-as", "interpellation", "4-52"),
        ),
        (
            "Herkwalificatie van : interpellatie nr. 4-52",
            Relation("requalification-of", "interpellation", "4-52"),
        ),
        (
            "Requalifiée en : motion 4 - 52",
            Relation("requalified-as", "unknown", "4-52", "Requalifiée en : motion"),
        ),
        (
            "Jointe à : motion 4-52",
            Relation("unknown", "unknown", "4-52", "Jointe à : motion"),
        ),
    ],
)
def test_targets_of_other_kinds(
    text: str, relation: Relation, draft: MakeDraft, line: MakeLine
) -> None:
    own = draft()
    own.title_cells.append(Cell("Un titre", 0, 8, 0, 0))
    own.add_event(Event("question-sent", date(2013, 5, 3)), 0, 8)
    own.has_body = True
    assert relations.read_relations(line(text), own)
    assert list(own.relations) == [relation]


def test_above_the_chronology_unknown_words_are_a_title(draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    own.title_cells.append(Cell("Un titre", 0, 8, 0, 0))
    own.has_body = True
    assert not relations.read_relations(line("Jointe à : motion 4-52"), own)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "3/5/2013Retrait 3/5/2013Retrait",
            [Event("unknown", date(2013, 5, 3), "Retrait")],
        ),
        (
            "3/5/2013Transmise (art. 70, § 2)",
            [Event("unknown", date(2013, 5, 3), "Transmise (art. 70, § 2)")],
        ),
    ],
)
def test_unknown_events(text: str, events: list[Event], draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    own.title_cells.append(Cell("Un titre", 0, 8, 0, 0))
    assert chronology.read_unknown_event(line(text), own)
    assert list(own.events) == events


def test_text_below_a_chronology_is_no_event(draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    own.title_cells.append(Cell("Un titre", 0, 8, 0, 0))
    assert not chronology.read_unknown_event(line("3/5/2013 : le ministre l'a dit."), own)
    assert own.events == {}


def test_two_copies_are_one_relation_with_two_places(draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    text = "Réintroduction de : question écrite 4-4086"
    assert relations.read_relations(line(f"{text} {text}"), own)
    assert list(own.relations) == [Relation("reintroduction-of", "written-question", "4-4086")]
    assert list(own.spans["relations/0"]) == [(0, len(text)), (len(text) + 1, 2 * len(text) + 1)]


@pytest.mark.parametrize(
    ("text", "languages", "asker", "asked_on"),
    [
        ("de X Y (P) du 30 avril 2013", ("fr",), Asker("X Y", "P"), date(2013, 4, 30)),
        ("van X Y (P) d.d. 1 juli 2010", ("nl",), Asker("X Y", "P"), date(2010, 7, 1)),
        (
            "de Guy D'haeseleer (sp.a+Vl.Pro)",
            ("nl",),
            Asker("Guy D'haeseleer", "sp.a+Vl.Pro"),
            None,
        ),
        ("de X Y (P)\tvan X Y (P)", ("fr", "nl"), Asker("X Y", "P"), None),
        ("de X Y du 30 aôut 2010", ("fr",), Asker("X Y", None), date(2010, 8, 30)),
    ],
)
def test_asker(
    text: str,
    languages: tuple[str, ...],
    asker: Asker,
    asked_on: date | None,
    draft: MakeDraft,
    line: MakeLine,
) -> None:
    own = draft(languages=languages)
    assert people.read_asker(line(text), own)
    assert (own.asker, own.asked_on) == (asker, asked_on)


@pytest.mark.parametrize(
    ("text", "languages", "addressee"),
    [
        ("à la ministre de l'Emploi", ("fr",), {"fr": "ministre de l'Emploi"}),
        ("au secrétaire dÉtat", ("fr",), {"fr": "secrétaire dÉtat"}),
        ("à l'administrateur", ("fr",), {"fr": "administrateur"}),
        ("aan de minister van Werk", ("nl",), {"nl": "minister van Werk"}),
        (
            "à la ministre de l'Emploi aan de minister van Werk",
            ("fr", "nl"),
            {"fr": "ministre de l'Emploi", "nl": "minister van Werk"},
        ),
    ],
)
def test_addressee(
    text: str,
    languages: tuple[str, ...],
    addressee: dict[str, str],
    draft: MakeDraft,
    line: MakeLine,
) -> None:
    own = draft(languages=languages)
    assert people.read_addressee(line(text), own)
    assert own.addressee == addressee


def test_what_contradicts_is_not_read(draft: MakeDraft, line: MakeLine) -> None:
    own = draft(languages=("fr", "nl"))
    assert head.read_number(line("Question écrite n° 5-8910 Schriftelijke vraag nr. 5-8910"), own)
    assert not head.read_number(line("Question écrite n° 5-8911"), own)
    assert not head.read_number(line("Question écrite n° 5-1 Schriftelijke vraag nr. 5-2"), own)
    assert head.read_print_date(line("30 avril 2013 30 april 2013"), own)
    assert not head.read_print_date(line("1 mai 2013"), own)
    assert (own.question, own.asked_on) == ("5-8910", date(2013, 4, 30))


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Session 2012-2013 Zitting 2012-2013", "2012-2013"),
        ("Zitting 2012-2013", "2012-2013"),
        ("Session extraordinaire de 2019", "2019"),
    ],
)
def test_session(text: str, session: str, draft: MakeDraft, line: MakeLine) -> None:
    own = draft()
    assert head.read_session(line(text), own)
    assert own.session == session
