"""Small pages with one trap each, and the facts a careful reader takes from them."""

from collections.abc import Callable
from datetime import date

import pytest

from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.records import Asker, Event, Record

MakePage = Callable[..., Page]

WEB = "Question écrite n° 5-900\nde Bert A (sp.a) du 1 juillet 2013\nau ministre X\n"
MARKER = "Question n° 5-900 du 1 juillet 2013 : (Question posée en français)"
DUTCH = "Vraag nr. 5-900 d.d. 1 juli 2013 : (Vraag gesteld in het Frans)"
BOTH = (
    "SÉNAT DE BELGIQUE BELGISCHE SENAAT\nQuestion écrite n° 5-900 Schriftelijke vraag nr. 5-900\n"
)
TITLED = BOTH + "de Bert A (sp.a)\nvan Bert A (sp.a)\nau ministre X\naan de minister X\n"
QUESTION = f"{MARKER} {DUTCH}\nQuelle est la question ?\n\u00a0\nWat is de vraag?\n"
ANSWER = "Réponse reçue le 2 juillet 2013 : Antwoord ontvangen op 2 juli 2013 :\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Rwanda - Burundi - Élections Rwanda - Burundi - Verkiezingen",
            {"fr": "Rwanda - Burundi - Élections", "nl": "Rwanda - Burundi - Verkiezingen"},
        ),
        (
            "Deutsche Bank - Amende Deutsche Bank - Boete",
            {"fr": "Deutsche Bank - Amende", "nl": "Deutsche Bank - Boete"},
        ),
    ],
)
def test_titles(title: str, expected: dict[str, str], page: MakePage) -> None:
    record = parse(page(f"{TITLED}________\n{title}\n________\n{QUESTION}"))
    assert record.title == expected
    assert record.languages == ("fr", "nl")


def test_underscores_stand_between_titles(page: MakePage) -> None:
    german = "Lütticher Frage - Konkreten Schritte"
    title = f"{german} ________ Belgique - Étapes {german} ________ België - Stappen"
    marker = "Question n° 5-900 du 1 juillet 2013 : Vraag nr. 5-900 d.d. 1 juli 2013 :"
    record = parse(page(f"{TITLED}________\n{title}\n________\n{marker}\nWann ist das und wie?\n"))
    assert record.title == {"de": german, "fr": "Belgique - Étapes", "nl": "België - Stappen"}
    assert (record.original_language, list(record.question_text)) == ("de", ["de"])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            "1) Le ministre le sait.\n\u00a0\n2) Il ne le fera pas.\n"
            "1) De minister weet het.\n2) Hij zal het niet doen.\n",
            {
                "fr": "1) Le ministre le sait.\n\u00a0\n2) Il ne le fera pas.",
                "nl": "1) De minister weet het.\n2) Hij zal het niet doen.",
            },
        ),
        (
            "Les chiffres sont les suivants.\n2010 2011\nDe cijfers zijn de volgende.\n2010 2011\n",
            {
                "fr": "Les chiffres sont les suivants.\n2010 2011",
                "nl": "De cijfers zijn de volgende.\n2010 2011",
            },
        ),
        (
            "1) 2010 : 25\n2) 2011 : 30\n1) 2010: 25\n2) 2011: 30\n",
            {"fr": "1) 2010 : 25\n2) 2011 : 30", "nl": "1) 2010: 25\n2) 2011: 30"},
        ),
        ("Le ministre le sait.\n", {"fr": "Le ministre le sait."}),
        (
            "Gelieve hierna het antwoord te vinden.\n",
            {"nl": "Gelieve hierna het antwoord te vinden."},
        ),
    ],
)
def test_answers_in_two_languages(answer: str, expected: dict[str, str], page: MakePage) -> None:
    (found,) = parse(page(f"{TITLED}{QUESTION}{ANSWER}{answer}")).answers
    assert {language: text.text for language, text in found.text.items()} == expected


def test_headings_stand_beside_headings(page: MakePage) -> None:
    answer = (
        "Introduction en français de la réponse.\nSPF Finances\nLe premier.\nSPF Économie\n"
        "Le second.\nFOD Financiën\nHet eerste.\nFOD Economie\nHet tweede.\n"
    )
    (found,) = parse(page(f"{TITLED}{QUESTION}{ANSWER}{answer}")).answers
    assert [section.service_label for section in found.sections] == [
        {},
        {"fr": "SPF Finances", "nl": "FOD Financiën"},
        {"fr": "SPF Économie", "nl": "FOD Economie"},
    ]


def read(text: str, page: MakePage, url: str | None = None) -> Record:
    record = parse(page(text, url))
    assert record.unread == ()
    return record


@pytest.mark.parametrize("blank", ["  ", ""])
def test_blanks_in_dates(blank: str, page: MakePage) -> None:
    head = f"Question écrite n° 5-900\nde Bert A (sp.a) du 1{blank}juillet 2013\nau ministre X\nUn titre\n"
    record = read(f"{head}{MARKER}\nQuoi ?\nRéponse reçue le 2{blank}août 2013 :\nNihil.\n", page)
    assert record.asker == Asker("Bert A", "sp.a")
    assert (record.asked_on, record.title) == (date(2013, 7, 1), {"fr": "Un titre"})
    assert record.answers[0].received_on == date(2013, 8, 2)
    assert list(record.answers[0].text) == ["fr"]


@pytest.mark.parametrize(
    ("line", "asker"),
    [
        ("de C D (MR (indép.)) du 1 juillet 2013", Asker("C D", "MR (indép.)")),
        ("de C D () du 1 juillet 2013", Asker("C D", None)),
        ("de C D ( sp.a ) du 1 juillet 2013", Asker("C D", "sp.a")),
    ],
)
def test_askers(line: str, asker: Asker, page: MakePage) -> None:
    record = read(f"Question écrite n° 5-900\n{line}\nau ministre X\nUn titre\n", page)
    assert (record.asker, record.title) == (asker, {"fr": "Un titre"})


def test_an_asker_without_party_on_a_print(page: MakePage) -> None:
    text = "BELGISCHE SENAAT\nSENAAT Schriftelijke vraag nr. 5-900\nde Bert A\naan de minister X\nde titel\n"
    record = read(text, page)
    assert record.asker == Asker("Bert A", None)
    assert (record.addressee, record.title) == ({"nl": "minister X"}, {"nl": "de titel"})


@pytest.mark.parametrize("title", ["Titre : question écrite 5-12", "11/11/2013 - Commémoration"])
def test_titles_that_look_like_labelled_lines(title: str, page: MakePage) -> None:
    record = read(f"{WEB}{title}\nun mot-clé\nChronologie\n1/7/2013Envoi question\n", page)
    assert record.title == {"fr": title}
    assert record.keywords == ({"fr": "un mot-clé"},)
    assert (record.relations, record.events) == ((), (Event("question-sent", date(2013, 7, 1)),))


def test_rows_of_bars_are_blank(page: MakePage) -> None:
    head = "SÉNAT DE BELGIQUE | BELGISCHE SENAAT | ||||\n"
    rows = "Question écrite n° 5-900 | Schriftelijke vraag nr. 5-900 | |||\nUn titre | Een titel | ||\n"
    events = "1/7/2013Verzending vraag |\n1/7/2013Verzending vraag |\n||||||||\n"
    assert read(head + rows + events, page).events == (Event("question-sent", date(2013, 7, 1)),)


def test_markers_on_two_lines_are_one_answer(page: MakePage) -> None:
    answer = (
        "Réponse reçue le 2 juillet 2013 :\nLe ministre le sait.\n"
        "Antwoord ontvangen op 2 juli 2013 :\nDe minister weet het.\n"
    )
    text = (
        f"{TITLED}{MARKER}\n{DUTCH}\nQuelle est la question ?\n\u00a0\nWat is de vraag?\n{answer}"
    )
    record = read(text, page)
    assert [list(found.text) for found in record.answers] == [["fr", "nl"]]
    assert {x: text.text for x, text in record.question_text.items()} == {
        "fr": "Quelle est la question ?",
        "nl": "Wat is de vraag?",
    }


def test_a_question_that_quotes_a_marker(page: MakePage) -> None:
    quoted = "Réponse reçue le 3 mai 2012 : c'est ce que vous disiez."
    text = (
        f"{WEB}Un titre\nChronologie\n1/7/2013Envoi question\n5/7/2013Réponse\n{MARKER}\n{quoted}\n"
    )
    record = read(text, page)
    assert (record.question_text["fr"].text, record.answers) == (quoted, ())


@pytest.mark.parametrize(
    "url", ["?MIval=x&LEG=05&NR=0077", "?leg=5&nr=77", "?x&amp;LEG=5&amp;NR=77"]
)
def test_number_of_the_address(url: str, page: MakePage) -> None:
    assert read("Un titre\n1/7/2013 | Envoi question |\n", page, url).question == "5-77"


@pytest.mark.parametrize(
    "header",
    [
        "Vraag nr. 3-4489 van mevrouw de Bethune van 27 februari 2006 (N.) :",
        "Vraag nr. 3-4489 van mevrouw de Bethune dd. 27 februari 2006 (N.) :",
        "Vraag nr. 3-4489 van mevrouw de Bethune d.d. 27 februari 2006 (rappel d.d. 18 april 2006) (N.) :",
    ],
)
def test_headers_of_bulletins(header: str, page: MakePage) -> None:
    minister = "Minister van Werk,\nbelast met Ambtenarenzaken\n"
    text = f"Vragen en Antwoorden\n\nBulletin 3-70\n\n{minister}\n{header}\nPersoneel. — Ziekte.\n\nHoeveel?\n"
    record = read(text, page)
    assert (record.question, record.asked_on) == ("3-4489", date(2006, 2, 27))
    assert record.asker == Asker("mevrouw de Bethune", None)
    assert record.addressee == {"nl": "Minister van Werk, belast met Ambtenarenzaken"}
    assert record.title == {"nl": "Personeel. — Ziekte."}
    assert record.question_text["nl"].text == "Hoeveel?"
