"""Keywords that a page runs together come apart where known labels pair, and nowhere else."""

import pytest

from hemicycle.parse.lines import Cell
from hemicycle.parse.run_together import split_both, split_known


def cell(text: str) -> Cell:
    return Cell(text, 10, 10 + len(text), 0, 0)


def texts(cells: tuple[Cell, ...]) -> list[str]:
    return [own.text for own in cells]


@pytest.mark.parametrize(
    ("french", "dutch"),
    [
        (["sécurité routière", "contrôle de police"], ["verkeersveiligheid", "politiecontrole"]),
        (
            ["aide au développement", "Rwanda", "Burundi"],
            ["ontwikkelingshulp", "Rwanda", "Burundi"],
        ),
        (
            ["Région de Bruxelles-Capitale", "bilinguisme"],
            ["Hoofdstedelijk Gewest Brussels", "tweetaligheid"],
        ),
        (["fonds budgétaire", "criminalité"], ["begrotingsfonds", "criminaliteit"]),
        (
            ["criminalité", "vol de ruches", "médias sociaux"],
            ["criminaliteit", "diefstal van bijenkasten", "sociale media"],
        ),
    ],
)
def test_keywords_stand_beside_the_same_concept(french: list[str], dutch: list[str]) -> None:
    both = split_both(cell(" ".join(french)), cell(" ".join(dutch)))
    assert both is not None
    assert (texts(both[0]), texts(both[1])) == (french, dutch)


@pytest.mark.parametrize(
    ("french", "dutch"),
    [
        ("vol de ruches apiculteur", "diefstal van bijenkasten imker"),
        ("sécurité routière", "politiecontrole"),
        ("mot " * 100, "woord " * 100),
        ("", ""),
    ],
)
def test_nothing_is_split_by_guessing(french: str, dutch: str) -> None:
    assert split_both(cell(french), cell(dutch)) is None


def test_one_cell_is_split_where_known_labels_fill_it() -> None:
    found = split_known(cell("stupéfiant sécurité  routière"))
    assert [(own.text, own.start, own.end) for own in found] == [
        ("stupéfiant", 10, 20),
        ("sécurité  routière", 21, 39),
    ]


@pytest.mark.parametrize("text", ["stupéfiant inconnu", "inconnu", "mot " * 100])
def test_a_cell_that_is_not_filled_stays_one(text: str) -> None:
    assert split_known(cell(text)) == (cell(text),)
