"""A quote of any text: found by its own lines as it would be found in the whole page."""

from bisect import bisect_right
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.query.quotes import Passage, Texts, sentence_starts

WORDS = st.sampled_from(["Le", "SPF", "dit.", "Art.", "3", "1.", "oui !", "J.", "»", "et", "fin?"])
SPACES = st.sampled_from([" ", "\n", "\t", "  ", "\n\n", " \n ", "\u00a0"])


@given(st.lists(st.tuples(SPACES, WORDS), min_size=1, max_size=40), st.data())
def test_no_other_line_makes_a_difference(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(space + word for space, word in pieces).lstrip()  # no line begins so but a first
    begins = [place for place, sign in enumerate(text) if not sign.isspace()]
    start = data.draw(st.sampled_from(begins))
    end = data.draw(st.sampled_from([place for place in begins if place >= start])) + 1
    texts = Texts(Path())
    texts.text = lambda key: text  # type: ignore[assignment]
    assert texts.passage("x", start, end) == expected(text, start, end)


def expected(text: str, start: int, end: int) -> Passage:
    """By the sentences of the whole page."""
    starts = sentence_starts(text)
    after = bisect_right(starts, end - 1)
    last = starts[after] if after < len(starts) else len(text)
    sentence = text[starts[bisect_right(starts, start) - 1] : last]
    return Passage(" ".join(sentence.split()), text.count("\n", 0, start) + 1)
