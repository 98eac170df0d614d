"""Numbered parts and sections of texts, as lists of lines."""

from collections.abc import Callable

import pytest

from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.parse.headings import read_heading
from hemicycle.parse.lines import Cell, split_lines
from hemicycle.parse.parts import read_parts
from hemicycle.parse.sections import split_sections
from hemicycle.records import Part

Tree = list[tuple[str, tuple[int, ...], str, "Tree"]]


def cells_of(text: str) -> list[Cell]:
    return [
        Cell(line.text, line.start, line.end, 0, line.group)
        for line in split_lines(text)
        if line.text
    ]


def tree(parts: tuple[Part, ...]) -> Tree:
    return [(part.label, part.numbers, part.text, tree(part.parts)) for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1) a\n\n2) b", [("1)", (1,), "a", []), ("2)", (2,), "b", [])]),
        ("1. a\nmore\n2.Qu b", [("1.", (1,), "a\nmore", []), ("2.", (2,), "Qu b", [])]),
        ("1)Ik\n2)U", [("1)", (1,), "Ik", []), ("2)", (2,), "U", [])]),
        ("1 et 2) both\n3) c", [("1 et 2)", (1, 2), "both", []), ("3)", (3,), "c", [])]),
        ("1, 2 en 3. all", [("1, 2 en 3.", (1, 2, 3), "all", [])]),
        (
            "2) Quels effectifs ?\na) sur cinq ans ?\nb) par rôle ?",
            [
                (
                    "2)",
                    (2,),
                    "Quels effectifs ?\na) sur cinq ans ?\nb) par rôle ?",
                    [("a)", (), "sur cinq ans ?", []), ("b)", (), "par rôle ?", [])],
                )
            ],
        ),
        ("a. x ;\nb. y", [("a.", (), "x ;", []), ("b.", (), "y", [])]),
        ("- x\n- y\n\nrest", [("-", (), "x", []), ("-", (), "y", [])]),
        ("2 groupes Yammer (HandiSocial) : x", []),
        ("1.500 agents\n30/4/2013 x", []),
        ("2013. En\n40) x", []),
        ("1) en 2) Ja.\n3) c", [("1) en 2)", (1, 2), "Ja.", []), ("3)", (3,), "c", [])]),
        ("1. et 2. Oui.", [("1. et 2.", (1, 2), "Oui.", [])]),
        ("1), 2) et 3) Oui.", [("1), 2) et 3)", (1, 2, 3), "Oui.", [])]),
        ("1 à 3) Oui.", [("1 à 3)", (1, 2, 3), "Oui.", [])]),
        ("1-3) Oui.", [("1-3)", (1, 2, 3), "Oui.", [])]),
        ("(1) a\n(2) b", [("(1)", (1,), "a", []), ("(2)", (2,), "b", [])]),
        ("1/ a\n2/ b", [("1/", (1,), "a", []), ("2/", (2,), "b", [])]),
        (
            "1. x\n2. y\nMes questions :\n1) A ?\n2) B ?",
            [
                ("1.", (1,), "x", []),
                ("2.", (2,), "y\nMes questions :", []),
                ("1)", (1,), "A ?", []),
                ("2)", (2,), "B ?", []),
            ],
        ),
        ("1) a\n9) far\n2) b", [("1)", (1,), "a\n9) far", []), ("2)", (2,), "b", [])]),
        ("1) a\n1. in\n2. in\n2) b", [("1)", (1,), "a\n1. in\n2. in", []), ("2)", (2,), "b", [])]),
        ("1)\nbelow", [("1)", (1,), "below", [])]),
        (
            "1. a) x\nb) y\n2. z",
            [
                ("1.", (1,), "a) x\nb) y", [("a)", (), "x", []), ("b)", (), "y", [])]),
                ("2.", (2,), "z", []),
            ],
        ),
        ("1. a x\n2. z", [("1.", (1,), "a x", []), ("2.", (2,), "z", [])]),
        ("I. a\nII) b", [("I.", (1,), "a", []), ("II)", (2,), "b", [])]),
        (
            "I. a\n1. x\n2. y\nII. b\n1. z",
            [
                ("I.", (1,), "a\n1. x\n2. y", [("1.", (1,), "x", []), ("2.", (2,), "y", [])]),
                ("II.", (2,), "b\n1. z", [("1.", (1,), "z", [])]),
            ],
        ),
        ("I. Durant en parle.\nV. Dupont aussi.", []),
        ("A. a\nB. b", [("A.", (), "a", []), ("B.", (), "b", [])]),
        ("A. Dupont en parle.", []),
        ("C. c\nD. d", []),
        (
            "a) p\n1) x\nb) q\n1) y",
            [
                ("a)", (), "p\n1) x", [("1)", (1,), "x", [])]),
                ("b)", (), "q\n1) y", [("1)", (1,), "y", [])]),
            ],
        ),
        (
            "1) p\nA. x\nB. y\n2) q",
            [
                ("1)", (1,), "p\nA. x\nB. y", [("A.", (), "x", []), ("B.", (), "y", [])]),
                ("2)", (2,), "q", []),
            ],
        ),
        ("1 - a\n2 - b", [("1 -", (1,), "a", []), ("2 -", (2,), "b", [])]),
        ("1 - a\nb", []),
        ("12 - a\n13 - b", []),
        ("1°) a\n2°) b", [("1°)", (1,), "a", []), ("2°)", (2,), "b", [])]),
        (
            "Question 1 : a\nQuestion 2 : b",
            [("Question 1 :", (1,), "a", []), ("Question 2 :", (2,), "b", [])],
        ),
        (
            "Vraag 1: a\nVragen 2 en 3: b",
            [("Vraag 1:", (1,), "a", []), ("Vragen 2 en 3:", (2, 3), "b", [])],
        ),
        (
            "Réponse à la question 1\na\nRéponse aux questions 2 et 3. b",
            [
                ("Réponse à la question 1", (1,), "a", []),
                ("Réponse aux questions 2 et 3.", (2, 3), "b", []),
            ],
        ),
        ("Antwoord 1: a", [("Antwoord 1:", (1,), "a", [])]),
        ("Antwoord 7: a", []),
        ("Question n° 5-890 du 3 mai", []),
        ("1 tot en met 3. a", [("1 tot en met 3.", (1, 2, 3), "a", [])]),
        ("1 t.e.m. 3) a", [("1 t.e.m. 3)", (1, 2, 3), "a", [])]),
        ("1° de wet\n2° nog\n1. a\n2. b", [("1.", (1,), "a", []), ("2.", (2,), "b", [])]),
        ("", []),
    ],
)
def test_parts(text: str, expected: Tree) -> None:
    assert tree(read_parts(text, cells_of(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\nSPF Justice\ntwo", [(None, ["one"]), ("SPF Justice", ["two"])]),
        ("SPF Justice :\none", [("SPF Justice", ["one"])]),
        ("SPF Finances\nSPF Justice\none", [(None, ["SPF Finances", "SPF Justice", "one"])]),
        ("A. SPF Finances\none", [("SPF Finances", ["one"])]),
        ("Pour le SPF Finances :\none", [("SPF Finances", ["one"])]),
        ("SERVICE PUBLIC FÉDÉRAL INTÉRIEUR\none", [("SERVICE PUBLIC FÉDÉRAL INTÉRIEUR", ["one"])]),
        ("Le nombre :\nSPF Finances 12\none", [(None, ["Le nombre :", "SPF Finances 12", "one"])]),
        ("one\nSPF Justice", [(None, ["one", "SPF Justice"])]),
        ("SPF Justice : il est présent.\none", [(None, ["SPF Justice : il est présent.", "one"])]),
        (
            "Régie des bâtiments\n1) one\nRVA\n1) two",
            [("Régie des bâtiments", ["1) one"]), ("RVA", ["1) two"])],
        ),
        ("Pour l'Office national de l'emploi:\none", [("Office national de l'emploi", ["one"])]),
        ("Voor de RSZ:\none", [("RSZ", ["one"])]),
        ("Wat de FOD Financiën betreft :\none", [("FOD Financiën", ["one"])]),
        (
            "one.\nDéfense :\ntwo.\nINAMI :\nthree",
            [(None, ["one."]), ("Défense", ["two."]), ("INAMI", ["three"])],
        ),
        (
            "one.\nDefensie\nDefensie heeft er geen.",
            [(None, ["one."]), ("Defensie", ["Defensie heeft er geen."])],
        ),
        ("one.\nDéfense\ntwo.", [(None, ["one.", "Défense", "two."])]),
        ("Pour les PME :\none", [(None, ["Pour les PME :", "one"])]),
        (
            "1) one\nPour le SPF Justice :\n5\n2) two",
            [(None, ["1) one", "Pour le SPF Justice :", "5", "2) two"])],
        ),
    ],
)
def test_sections(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    found = split_sections(cells_of(text))
    assert [
        (section.heading.text if section.heading else None, [cell.text for cell in section.cells])
        for section in found
    ] == expected


@pytest.mark.parametrize("text", ["Le SPF Emploi", "SPF", "SPF Emploi.", "Les SPF qui relèvent"])
def test_no_heading(text: str) -> None:
    assert read_heading(text) is None


def test_one_marker_line_for_both_languages(page: Callable[..., Page]) -> None:
    """Between the French and the Dutch answer nothing is printed."""
    head = "Question écrite n° 5-1 Schriftelijke vraag nr. 5-1\n"
    marker = (
        "Question n° 5-1 du 30 avril 2013 : (Question posée en français) "
        "Vraag nr. 5-1 d.d. 30 april 2013 : (Vraag gesteld in het Frans)\n"
    )
    answer = "Réponse reçue le 1 mai 2013 : Antwoord ontvangen op 1 mei 2013 :\n"
    text = (
        f"{head}{marker}Quelle est la question ?\n\u00a0\nWat is de vraag?\n{answer}"
        "1) Le service est présent.\nGelieve hierna het antwoord te vinden.\n1) De dienst is er.\n"
    )
    record = parse(page(text))
    assert {x: t.text for x, t in record.answers[0].text.items()} == {
        "fr": "1) Le service est présent.",
        "nl": "Gelieve hierna het antwoord te vinden.\n1) De dienst is er.",
    }
    assert {x: t.text for x, t in record.question_text.items()} == {
        "fr": "Quelle est la question ?",
        "nl": "Wat is de vraag?",
    }
    assert record.unread == ()
