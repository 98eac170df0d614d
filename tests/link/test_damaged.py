"""Words that the copy has damaged, and words that only look so."""

from pathlib import Path

import pytest

from hemicycle.link.damaged import find_damaged

DOCUMENTS = sorted((Path(__file__).parent.parent / "documents").glob("*.txt"))


@pytest.mark.parametrize(
    "word",
    [
        "l¿accueil",
        "d?État",
        "ge?nd",
        "SÃ©nat",
        "donâ€™t",
        "scurit",
        "Belgi",
        "BelgiŽ",
        "BELGIň",
        "potentiŽle",
        "a\ufffdb",
        "a\x81b",
        "prоblème",  # a Cyrillic letter
        "n of",
    ],
)
def test_damaged(word: str) -> None:
    text = f"Vraag {word} vraag"
    (found,) = find_damaged(text)
    assert text[found.start : found.end] == word.split()[0]


@pytest.mark.parametrize(
    "words",
    [
        "Žižek, Wałęsa en Łódź",
        "Erdoğan’s İstanbul",
        "'n of ander",
        "wat? Ja",
        "http://x.be/?a=b¿c",
        "étudiant·e·s",
        "Ω-3 en 5½ µg",
        "SÃO Paulo",
        "œuvre, Œuvre, Ÿ",
        "de belgische Belgiër",
    ],
)
def test_sound(words: str) -> None:
    assert find_damaged(f"Vraag {words} vraag") == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_clean_pages_have_none(path: Path) -> None:
    assert find_damaged(path.read_text(encoding="utf-8")) == []
