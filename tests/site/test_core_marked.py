"""Texts cut at their mentions: nothing is lost, what overlaps is told apart."""

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.site.marked import Piece, paragraphs, whole
from hemicycle.site.mentions import Mention


def mention(start: int, end: int, kind: str = "service", rule: str | None = None) -> Mention:
    return Mention(kind, f"{kind}-{start}-{end}", "k", start, end, "", rule, "printed")


@st.composite
def texts_with_mentions(draw: st.DrawFn) -> tuple[str, list[Mention]]:
    text = draw(st.text(alphabet="ab \n", max_size=40))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=8))
    rules = st.sampled_from([None, "handle", "refers-elsewhere"])
    found = [mention(min(p), max(p), rule=draw(rules)) for p in pairs if p[0] != p[1]]
    return text, sorted(found, key=lambda each: (each.start, -each.end))


@given(texts_with_mentions())
def test_the_pieces_of_a_whole_text_are_the_text(case: tuple[str, list[Mention]]) -> None:
    text, mentions = case
    assert "".join(piece.text for piece in whole(text, mentions)) == text


@given(texts_with_mentions(), st.integers(0, 9))
def test_paragraphs_lose_empty_lines_alone(case: tuple[str, list[Mention]], start: int) -> None:
    text, mentions = case
    moved = [mention(each.start + start, each.end + start, rule=each.rule) for each in mentions]
    found = paragraphs(text, start, moved)
    words = "".join(piece.text for paragraph in found for piece in paragraph)
    assert "".join(words.split()) == "".join(text.split())
    assert found == paragraphs(text, start, moved)
    assert all("\n\n" not in "".join(piece.text for piece in each) for each in found)


@given(texts_with_mentions())
def test_words_belong_to_the_shortest_mention_over_them(case: tuple[str, list[Mention]]) -> None:
    text, mentions = case
    names = [each for each in mentions if each.rule != "refers-elsewhere"]
    place = 0
    for piece in whole(text, mentions):
        end = place + len(piece.text)
        over = [each.end - each.start for each in names if each.start <= place and end <= each.end]
        length = None if piece.mention is None else piece.mention.end - piece.mention.start
        assert length == (min(over) if over else None)
        place = end


def test_a_passage_goes_on_around_the_names_in_it() -> None:
    passage, name = mention(3, 20, "answer-text", "refers-elsewhere"), mention(8, 14, "question")
    assert whole("ja, zie de vraag hierboven", [passage, name]) == (
        Piece("ja,"),
        Piece(" zie ", None, "refers-elsewhere"),
        Piece("de vra", name, "refers-elsewhere"),
        Piece("ag hie", None, "refers-elsewhere"),
        Piece("rboven"),
    )


def test_a_mention_that_a_paragraph_cuts_goes_on() -> None:
    long = mention(2, 9)
    assert paragraphs("ab cd\n\nefgh", 0, [long]) == (
        (Piece("ab"), Piece(" cd", long)),
        (Piece("ef", long), Piece("gh")),
    )
