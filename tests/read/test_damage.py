"""Damaged words and the words they were; and words that only look damaged."""

from pathlib import Path

import pytest

from hemicycle.read.damage import damaged_characters
from hemicycle.read.places import PLACES
from hemicycle.read.repair import repair

MENDED = [
    # seen on the Senate's pages
    ("potentiŽle", "potentiële"),
    ("officiŽle", "officiële"),
    ("BelgiŽ", "België"),
    ("geŽvolueerd", "geëvolueerd"),
    ("geÔndustrialiseerde", "geïndustrialiseerde"),
    ("ďforsĒ", "“fors”"),
    ("geďnvalideerd", "geïnvalideerd"),
    ("ministeriėle", "ministeriële"),
    ("ge´nstalleerd", "geïnstalleerd"),
    ("be´nvloed", "beïnvloed"),
    ("ÚÚn", "één"),
    # other letters of the same code pages
    ("ťťn", "één"),
    ("fŁr", "für"),
    ("KŲniglicher", "Königlicher"),
    ("coŲrdinatie", "coördinatie"),
    ("BELGIň", "BELGIË"),
    ("Belgiė", "België"),
    ("hŰtel", "hôtel"),
    ("thť‚tre", "théâtre"),
    ("franÁais", "français"),
    ("mÍme", "même"),
    ("maÓtre", "maître"),
    ("aoŻt", "août"),
    ("problŤme", "problème"),
    ("dťjŗ", "déjà"),
    ("oý", "où"),
    ("nį", "n°"),
    ("réguličrement", "régulièrement"),
    ("sÚcuritÚ", "sécurité"),
    ("lÓ", "là"),
    ("thÚÔtre", "théâtre"),
    ("FODís", "FOD’s"),
    ("fotoís", "foto’s"),
    ("enzÖ", "enz…"),
    ("Ė", "–"),
    ("week≠end", "week\u00adend"),
    ("l\x92accueil", "l’accueil"),
    ("\x85", "…"),
]

SOUND = (Path(__file__).parent / "sound-words.txt").read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize(("damaged", "mended"), MENDED)
def test_mended(damaged: str, mended: str) -> None:
    repaired = repair(f"vraag {damaged} vraag")
    assert repaired.text == f"vraag {mended} vraag"
    assert [(found.start, found.damaged, found.mended) for found in repaired.repairs] == [
        (6, damaged, mended)
    ]


@pytest.mark.parametrize("word", SOUND)
def test_left(word: str) -> None:
    assert repair(f"vraag {word} vraag").text == f"vraag {word} vraag"


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("zei: ďDat is geÔnd.Ē Ja", "zei: “Dat is geïnd.” Ja"),
        ("een ďakujem Ďurček", "een ďakujem Ďurček"),
        ("ďopen\ngoed.Ē", "ďopen\ngoed.Ē"),
        ("ďeen ďtwee drie.Ē", "ďeen “twee drie.”"),
        ("ď een woord Ē", "“ een woord ”"),
        ("ďHet begin", "“Het begin"),
        ("het slotĒ", "het slot”"),
        ("≠ eerste\n≠ tweede, A ≠ B", "\u00ad eerste\n\u00ad tweede, A ≠ B"),
        ("Noord-BelgiŽ (BelgiŽ)", "Noord-België (België)"),
        ("a" * 80 + "iŽ", "a" * 80 + "iŽ"),
    ],
)
def test_around_words(damaged: str, mended: str) -> None:
    assert repair(damaged).text == mended


def test_table_is_what_the_code_pages_say() -> None:
    for character, pages in damaged_characters().items():
        for page in pages:
            damage = page.damages[character]
            assert character.encode(page.name).decode("cp1252") == damage.mended
            assert damage.place in PLACES
            assert damage.proof in ("place", "word")
