"""The words of the interface: the same in three languages, and as a language writes things."""

import re
import tomllib
from pathlib import Path

import pytest

from hemicycle.assets import asset
from hemicycle.site import LANGUAGES
from hemicycle.site.words import date_words, number_words, plural, word, words_of

_PLACE = re.compile(r"\{(\w+)\}")


def tables(language: str) -> dict[str, dict[str, str | list[str]]]:
    file = Path(asset("site/words")) / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_every_language_has_the_same_keys(language: str) -> None:
    ours, english = tables(language), tables("en")
    assert {name: sorted(table) for name, table in ours.items()} == {
        name: sorted(table) for name, table in english.items()
    }


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_words_have_the_same_places_and_forms(language: str) -> None:
    ours = tables(language)
    for name, table in tables("en").items():
        for key, english in table.items():
            if isinstance(english, str):
                here = str(ours[name][key])
                assert set(_PLACE.findall(here)) == set(_PLACE.findall(english)), (name, key)
                assert here.count("|") == english.count("|"), (name, key)
                assert here.strip(), (name, key)


def test_a_misspelt_word_fails() -> None:
    with pytest.raises(AttributeError):
        _ = words_of("fr").nav.qestions


def test_a_code_that_nobody_has_words_for_has_none() -> None:
    assert word("fr", "status", "answered-without-text") == "Réponse donnée, texte absent"
    assert word("fr", "status", "unheard-of") is None


def test_numbers_dates_and_counts_are_those_of_the_language() -> None:
    assert [number_words(40123, tag) for tag in LANGUAGES] == ["40\u202f123", "40.123", "40,123"]
    assert [number_words(2.5, tag) for tag in LANGUAGES] == ["2,5", "2,5", "2.5"]
    assert [date_words("2013-08-01", tag) for tag in LANGUAGES] == [
        "1er août 2013",
        "1 augustus 2013",
        "1 August 2013",
    ]
    assert [plural(0, "jour|jours", "fr"), plural(0, "day|days", "en")] == [
        "0\xa0jour",
        "0\xa0days",
    ]
