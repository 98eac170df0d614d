"""What is taken down occurs in nothing that comes out, and every offset still holds."""

import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad

from hemicycle.assets import authority_files
from hemicycle.errors import AuthorityError
from hemicycle.link import Authority, link, load_authority
from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.read import read_paths
from hemicycle.take_down import MARK, TAKE_DOWN_FILE, TakeDown, read_take_down, take_down
from hemicycle.triples import authority_quads, page_quads
from hemicycle.withheld import quads_without, withhold

DOCUMENTS = Path(__file__).parent.parent / "documents"
LISTED = take_down(["Martine Taelman", "@SanteBelgique", "Laurette Onkelinx"])
NAMES = ("martinetaelman", "santebelgique", "laurette")


@pytest.fixture(scope="module")
def known() -> Authority:
    return load_authority(authority_files())


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    found = list(read_paths([DOCUMENTS]))
    assert all(isinstance(page, Page) for page in found)
    return [page for page in found if isinstance(page, Page)]


def letters(text: str) -> str:
    """The letters and digits alone, without case and accents: no way of printing hides a name."""
    folded = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in folded if sign.isalnum() and sign != MARK)


def written(text: str, linked: Linked) -> str:
    """Everything that a build makes of one page."""
    quads = "\n".join(str(quad) for quad in page_quads(linked, Mint()))
    return letters(f"{text}\n{msgspec.json.encode(linked).decode()}\n{quads}")


def test_what_is_listed_occurs_nowhere(pages: list[Page], known: Authority) -> None:
    seen: set[str] = set()
    for page in pages:
        linked = link(parse(page), page.text, known)
        seen |= {name for name in NAMES if name in written(page.text, linked)}
        kept = withhold(page.text, linked, LISTED)
        assert not [name for name in NAMES if name in written(kept.text, kept.linked)]
    assert seen == {"martinetaelman", "santebelgique"}


def test_offsets_hold_and_the_rest_stays(pages: list[Page], known: Authority) -> None:
    for page in pages:
        linked = link(parse(page), page.text, known)
        kept = withhold(page.text, linked, LISTED)
        assert len(kept.text) == len(page.text)
        pairs = zip(kept.text, page.text, strict=True)
        assert all(new in (MARK, old) for new, old in pairs)
        assert all(m.exact == kept.text[m.start : m.end] for m in kept.linked.mentions)
        gone = {"person/martine-taelman", "account/twitter-profile-santebelgique"}
        places = [(m.start, m.kind, m.body) for m in linked.mentions if m.body not in gone]
        assert [(m.start, m.kind, m.body) for m in kept.linked.mentions] == places
        assert kept.linked.record.spans == linked.record.spans
        for answer in kept.linked.record.answers:
            for text in answer.text.values():
                assert text.text == kept.text[text.start : text.end]


def test_a_page_without_what_is_listed_is_what_it_was(pages: list[Page], known: Authority) -> None:
    for page in pages:
        linked = link(parse(page), page.text, known)
        for listed in (take_down([]), take_down(["Zébulon Nulle-Part"])):
            kept = withhold(page.text, linked, listed)
            assert kept.linked is linked
            assert kept.text is page.text


def test_the_question_keeps_its_asker_line_covered(pages: list[Page], known: Authority) -> None:
    (page,) = (page for page in pages if "8906" in page.source.file)
    linked = link(parse(page), page.text, known)
    kept = withhold(page.text, linked, LISTED).linked
    assert kept.record.asker is not None
    assert (kept.record.asker.name, kept.record.asker.party) == (MARK * 15, "Open Vld")
    assert (kept.asker, kept.party) == (None, "party/open-vld")


def test_authority_files_lose_the_person_and_what_was_hers() -> None:
    quads = list(authority_quads(authority_files(), Mint()))
    assert any("person/laurette-onkelinx" in str(quad) for quad in quads)
    kept = list(quads_without(quads, LISTED, Mint()))
    assert not [quad for quad in kept if "laurette" in letters(str(quad))]
    lost = {str(quad.subject) for quad in set(quads) - set(kept)}
    kinds = {subject.split("/id/")[1].split("/")[0] for subject in lost}
    assert kinds == {"person", "membership", "legislature"}  # a source names a senator
    assert list(quads_without(quads, take_down([]), Mint())) == quads


def test_words_of_other_nodes_are_covered() -> None:
    quads = list(authority_quads(authority_files(), Mint()))
    listed = take_down(["Di Rupo"])
    kept = list(quads_without(quads, listed, Mint()))
    assert not [quad for quad in kept if "dirupo" in letters(str(quad))]
    assert all(isinstance(quad, Quad) for quad in kept)


@pytest.mark.parametrize(
    ("listed", "text", "expected"),
    [
        ("Jan Janssens", "JAN  JANSSENS", MARK * 13),
        ("Jan Janssens", "Jan\nJanssens.", MARK * 12 + "."),
        ("Jan Janssens", "Jan-Janssens'", MARK * 12 + "'"),
        ("Jan Janssens", "x.be/jan.janssens?a", "x.be/" + MARK * 12 + "?a"),
        ("Jan Janssens", "Jan van Janssens", "Jan van Janssens"),
        ("Jan Janssens", "Jan Janssensen, Adjan Janssens", "Jan Janssensen, Adjan Janssens"),
        ("Rene Cesar", "René César", MARK * 10),
        ("René César", "Rene\u0301 Ce\u0301sar", MARK * 12),
        ("René", "Re\u00adné", MARK * 5),
        ("@FOD_X", "@fod_x (FOD X)", "@" + MARK * 5 + " (" + MARK * 5 + ")"),
        ("a.b*c", "abc A-B-C", MARK * 3 + " " + MARK * 5),
    ],
)
def test_forms_that_are_found(listed: str, text: str, expected: str) -> None:
    assert take_down([listed]).covered(text) == expected


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=12), max_size=3))
def test_covering_keeps_the_length_and_is_done_at_once(text: str, listed: list[str]) -> None:
    found = take_down(listed)
    once = found.covered(text)
    assert len(once) == len(text)
    assert all(new in (MARK, old) for new, old in zip(once, text, strict=True))
    assert found.finds(text) is (once != text)


def test_a_list_is_read_from_each_folder(tmp_path: Path) -> None:
    for name, lines in (("a", "# why\nJan Janssens # asked on 3 May\n\n"), ("b", "@JanJ\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / TAKE_DOWN_FILE).write_text(lines, encoding="utf-8")
    (tmp_path / "c").mkdir()
    found = read_take_down([tmp_path / name for name in "abc"])
    assert found.listed == ("Jan Janssens", "@JanJ")
    assert read_take_down([tmp_path / "c"]) == take_down([])


def test_a_line_that_lists_nothing(tmp_path: Path) -> None:
    file = tmp_path / TAKE_DOWN_FILE
    file.write_text("Jan\n@_\n", encoding="utf-8")
    with pytest.raises(AuthorityError) as caught:
        read_take_down([tmp_path])
    assert (caught.value.file, caught.value.line) == (str(file), 2)


def test_a_list_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / TAKE_DOWN_FILE).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(AuthorityError, match="cannot be read"):
        read_take_down([tmp_path])


def test_nothing_listed_finds_nothing() -> None:
    empty: TakeDown = take_down(["@", "--"])
    assert not empty.finds("@ -- x")
