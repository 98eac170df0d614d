"""Questions cited in running text, and the numbers that look like one."""

import pytest

from hemicycle.link.citations import find_citations


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("ma question écrite nº4-323, quelles suites ?", ["question/4-323"]),
        ("la réponse à la question n° 5-8905 du 3 mai", ["question/5-8905"]),
        ("Aansluitend op mijn vraag nr. 4-323:", ["question/4-323"]),
        ("Réponse très tardive (QE 5-6742 : Tihange)", ["question/5-6742"]),
        ("vragen nr. 5-1, 5-2 en 5-3", ["question/5-1", "question/5-2", "question/5-3"]),
        ("mijn schriftelijke vraag 7-84", ["question/7-84"]),
        (
            "demandes d’explications 3-1328 et 4-997",
            ["request-for-explanations/3-1328", "request-for-explanations/4-997"],
        ),
        ("vraag om uitleg nr. 3-811", ["request-for-explanations/3-811"]),
        ("la question orale n° 4-378", ["oral-question/4-378"]),
        ("Bulletin n° 3-28, question n° 3-1625, p. 3", ["question/3-1625"]),
    ],
)
def test_cited(text: str, cited: list[str]) -> None:
    found = list(find_citations(text))
    assert [citation.path for citation in found] == cited
    assert all(text[c.start : c.end].endswith(c.path.split("/")[1]) for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "le document 6-205/1 et la question du document 3-523/2",
        "Annales 3-149, Handelingen 3-113",
        "question n° 51-1235 à la Chambre",
        "vraag nr. 458 van de Kamer",
        "la question n° 3200",
        "Bulletin 3-28",
        "question 5-1-2 et 5-1/3",
        "la question est 5-6742",
    ],
)
def test_look_alikes(text: str) -> None:
    assert list(find_citations(text)) == []
