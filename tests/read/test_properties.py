"""What holds of every input."""

import html
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read import read_bytes, read_paths
from hemicycle.read.damage import damaged_characters
from hemicycle.read.layout import lay_out
from hemicycle.read.repair import repair

ODD_LETTERS = "".join(damaged_characters())
DAMAGED_TEXTS = st.text(st.sampled_from(f"aeint BLG.\n{ODD_LETTERS}éŽ"), max_size=60)
TAGS = ("table", "tr", "td", "th", "p", "br", "hr", "div", "ol", "ul", "li", "pre", "b", "title")
WORDS = ("a", "b", "é’", "&nbsp;", "&eacute;", "&#13;", "&#9;", "\u00a0", " ", "\n", "\t", "<", ">")
ODD_MARKUP = ("<script>", "</script>", "<!--", "-->", "<a\thref='>'>", "<option>", "<caption>", "&")
MARKUP = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map("<{}>".format),
        st.sampled_from(TAGS).map("</{}>".format),
        st.sampled_from((*WORDS, *ODD_MARKUP)),
    )
).map("".join)


def outcome(data: bytes) -> Page | ReadError:
    try:
        return read_bytes(data, file="a.txt")
    except ReadError as error:
        return error


def check_page(page: Page) -> None:
    assert "\r" not in page.text
    assert page.text.encode().decode() == page.text
    for found in page.source.repairs:
        end = found.start + len(found.mended)
        assert page.text[found.start : end] == found.mended != found.damaged


@given(
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        DAMAGED_TEXTS.map(str.encode),
        MARKUP.map(str.encode),
        st.text(st.characters(codec="cp1252")).map(lambda text: text.encode("cp1252")),
        st.text().map(lambda text: text.encode("utf-16")),
    )
)
def test_bytes_give_a_page_or_a_read_error(data: bytes) -> None:
    found = outcome(data)
    if isinstance(found, Page):
        check_page(found)
    else:
        assert str(found).startswith("a.txt: ")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")).map("Vraag {}".format))
def test_text_stays_what_it_is(text: str) -> None:
    found = outcome(text.encode())
    if isinstance(found, Page) and not found.source.repairs and "<" not in text:
        assert found.text == text


@given(DAMAGED_TEXTS)
def test_only_the_damaged_words_change(text: str) -> None:
    repaired = repair(text)
    undone = repaired.text
    for found in repaired.repairs:
        end = found.start + len(found.mended)
        undone = undone[: found.start] + found.damaged + undone[end:]
    assert undone == text
    assert len(repaired.text) == len(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_paragraph_keeps_its_words(text: str) -> None:
    laid_out = lay_out(f"<p>{html.escape(text)}</p>", "a.html")
    assert laid_out.split() == text.split()


@given(MARKUP)
def test_lines_are_tidy(markup: str) -> None:
    text = lay_out(markup, "a.html")
    lines = text.split("\n")
    assert not text or (text.endswith("\n") and lines[0].strip())
    assert all(line == line.strip(" ") for line in lines)
    assert "\n\n\n" not in text
    assert not any(line.startswith("\t") or line.endswith("\t") for line in lines)


@given(st.lists(st.tuples(st.sampled_from(["a", "a b", "é&nbsp;"]), st.booleans()), min_size=1))
def test_row_of_single_lines_is_one_line(cells: list[tuple[str, bool]]) -> None:
    row = "".join(f"<td>{words}{'</td>' if closed else ''}" for words, closed in cells)
    expected = "\t".join(words.replace("&nbsp;", "\u00a0") for words, _ in cells)
    assert lay_out(f"<table><tr>{row}</table>", "a.html") == f"{expected}\n"


@given(
    st.dictionaries(st.from_regex(r"[A-Za-z0-9]{1,8}\.(txt|html|pdf)", fullmatch=True), st.binary())
)
def test_every_file_of_a_folder_comes_once_in_order(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as place:
        for name, data in files.items():
            (Path(place) / name).write_bytes(data)
        found = list(read_paths([Path(place)]))
    names = [page.source.file if isinstance(page, Page) else page.file for page in found]
    expected = sorted(name for name in files if not name.endswith(".pdf"))
    assert names == (expected or [place])
