"""Answers that lead elsewhere: the words that do, and words that only look so."""

import pytest

from hemicycle.link.fold import fold, words
from hemicycle.link.referrals import find_referrals
from hemicycle.link.sought import seek, sought

SOUGHT = sought({})


def referrals(text: str) -> list[tuple[str, str]]:
    seen = seek(text, f" {words(fold(text)).plain}", SOUGHT)
    found = find_referrals(text, seen.referring, seen.competence)
    return [(own.rule, text[own.start : own.end]) for own in found]


@pytest.mark.parametrize(
    ("text", "rule", "told"),
    [
        (
            "Je renvoie l'honorable membre à la réponse à la question n° 5-8905. Merci.",
            "refers-elsewhere",
            "renvoie l'honorable membre à la réponse à la question n° 5-8905",
        ),
        (
            "Ik verwijs u naar het antwoord op vraag nr. 5-8905 van 30 april 2013. Dank.",
            "refers-elsewhere",
            "verwijs u naar het antwoord op vraag nr. 5-8905 van 30 april 2013",
        ),
        (
            "Er wordt verwezen naar het antwoord van de minister van Financiën.",
            "refers-elsewhere",
            "verwezen naar het antwoord van de minister van Financiën",
        ),
        (
            "Voor het antwoord verwijs ik naar mijn collega van Justitie.",
            "refers-elsewhere",
            "verwijs ik naar mijn collega van Justitie",
        ),
        (
            "Cette matière n'est pas de ma compétence mais de celle de mon collègue.",
            "not-competent",
            "n'est pas de ma compétence mais de celle de mon collègue",
        ),
        (
            "La question ressortit à la compétence de la ministre de l’Intérieur.",
            "not-competent",
            "ressortit à la compétence de la ministre de l’Intérieur",
        ),
        (
            "Deze materie valt niet onder mijn bevoegdheid.",
            "not-competent",
            "niet onder mijn bevoegdheid",
        ),
        (
            "Dit behoort tot de bevoegdheid van de gewesten.",
            "not-competent",
            "behoort tot de bevoegdheid van de gewesten",
        ),
    ],
)
def test_referrals(text: str, rule: str, told: str) -> None:
    assert referrals(text) == [(rule, told)]


@pytest.mark.parametrize(
    "text",
    [
        "Voir la réponse à la question 1.",
        "Zie antwoord 2.",
        "Zie het antwoord op vraag 3 hierboven.",
        "Je vous renvoie aux tableaux ci-joints.",
        "Les SPF qui relèvent de votre compétence répondent.",
        "De FOD's die onder mijn bevoegdheid vallen.",
    ],
)
def test_none(text: str) -> None:
    assert referrals(text) == []
