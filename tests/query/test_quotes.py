"""Two offsets in a page's text give the sentence that stands there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.errors import ReadError
from hemicycle.query import Passage, Texts
from hemicycle.query.quotes import sentence_starts


@pytest.mark.parametrize(
    "sentences",
    [
        ["Le SPF est présent. ", "Il écrit."],
        ["Est-il là\u00a0? ", "Oui\u00a0! ", "Enfin… ", "Non."],
        ["Il dit « oui ». ", "« Non », dit-elle."],
        ["Voir l'art. 3 de M. Dupont, p. ex. ici. ", "Fin."],
        ["Vraag nr. 5 d.d. 30 april. ", "Antwoord."],
        ["1. Le SPF répond. ", "Voici."],
        ["en 2012. ", "Les campagnes suivent."],
        ["Version 3.5 et www.spf.be. puis la suite."],
        ["Sur Twitter: @a (FR) + @b (NL)\n", "LinkedIn"],
        ["gauche.\t", "droite"],
        ["Rien. ", "Tout !? ", "Bien?! ", "(Oui.) ", "Fin"],
        ["Non. etc. et ainsi de suite"],
        [""],
        ["Fin. "],
    ],
)
def test_sentences_start_where_they_do(sentences: list[str]) -> None:
    text = "".join(sentences)
    starts = [0]
    for sentence in sentences[:-1]:
        starts.append(starts[-1] + len(sentence))
    assert sentence_starts(text) == starts


TEXT = "Titre é\n\n1) Le SPF lit. Il a 😀 @spf et\u00a0@fod. Fin.\nLigne\tdeux\n"


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("@spf", Passage("Il a 😀 @spf et @fod.", 3)),
        ("lit. Il", Passage("1) Le SPF lit. Il a 😀 @spf et @fod.", 3)),
        ("é", Passage("Titre é", 1)),
        ("deux", Passage("deux", 4)),
        ("Ligne\tdeux", Passage("Ligne deux", 4)),
        (TEXT, Passage(" ".join(TEXT.split()), 1)),
    ],
)
def test_a_passage_is_what_the_offsets_touch(words: str, passage: Passage, tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text(TEXT, encoding="utf-8", newline="")
    start = TEXT.index(words)
    assert Texts(tmp_path).passage("key", start, start + len(words)) == passage


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 99)])
def test_offsets_outside_the_text_are_refused(start: int, end: int, tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text("Fin.", encoding="utf-8")
    with pytest.raises(ReadError, match=f"has no characters {start} to {end}"):
        Texts(tmp_path).passage("key", start, end)


@given(data=st.data())
def test_every_passage_holds_its_words(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = data.draw(st.text(alphabet="aA.?!… \n\t»1", min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    folder = tmp_path_factory.mktemp("texts")
    (folder / "key.txt").write_text(text, encoding="utf-8", newline="")
    passage = Texts(folder).passage("key", start, end)
    assert " ".join(text[start:end].split()) in passage.sentence
    assert passage.line == text.count("\n", 0, start) + 1


@given(st.text())
def test_starts_rise_and_stay_inside(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    assert starts[-1] <= len(text)


@pytest.mark.parametrize("piece", ["M. A", ".", ". ", "a.\u00a0", ".»'\"", "1. "])
def test_long_hostile_texts_take_one_pass(piece: str) -> None:
    assert sentence_starts(piece * 300_000)[0] == 0
