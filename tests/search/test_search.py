"""Words to the texts of the two real documents, and what cannot be searched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.errors import QueryError, ReadError
from hemicycle.pipeline import parse_paths
from hemicycle.records import Record
from hemicycle.search import INDEX_FILE, Filters, Hit, find_words, write_index

DOCUMENTS = Path(__file__).parent.parent / "documents"
ALL = Filters()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    records = sorted(
        (record for record in parse_paths([DOCUMENTS]) if isinstance(record, Record)),
        key=lambda record: record.question or "",
    )
    write_index(records, {"5-8906": "answered"}, folder / INDEX_FILE)
    return folder / INDEX_FILE


def places(hits: tuple[Hit, ...]) -> set[tuple[str, str, str]]:
    return {(hit.question, hit.field, hit.language) for hit in hits}


def test_words_of_an_answer_find_it_with_the_words_marked(index: Path) -> None:
    (hit,) = find_words(index, "HandiSocial", Filters(language="fr"))
    assert (hit.question, hit.field, hit.status) == ("5-8906", "answer", "answered")
    assert "[HandiSocial]" in hit.snippet


@pytest.mark.parametrize("words", ["MEDIAS SOCIAUX", "médias sociaux", "média* sociau*"])
def test_case_and_accents_make_no_difference(index: Path, words: str) -> None:
    found = places(find_words(index, words, ALL))
    assert found == places(find_words(index, "Médias Sociaux", ALL))
    assert ("5-8906", "question", "fr") in found


def test_a_quoted_phrase_is_narrower_than_its_words(index: Path) -> None:
    words = places(find_words(index, "fonctionnaires médias", ALL))
    phrase = places(find_words(index, '"fonctionnaires médias"', ALL))
    assert phrase < words


@pytest.mark.parametrize(
    ("filters", "questions"),
    [
        (Filters(party="open vld"), {"5-8906", "5-8910"}),
        (Filters(party="N-VA"), set()),
        (Filters(year="2013"), {"5-8906", "5-8910"}),
        (Filters(year="2014"), set()),
        (Filters(status="answered"), {"5-8906"}),
        (Filters(minister="sante"), {"5-8906"}),
        (Filters(minister="EMPLOI"), {"5-8910"}),
        (Filters(asker="taelman", language="nl"), {"5-8910"}),
    ],
)
def test_filters_narrow(index: Path, filters: Filters, questions: set[str]) -> None:
    found = find_words(index, "facebook", filters)
    assert {hit.question for hit in found} == questions


@pytest.mark.parametrize("words", ["", "  ", '""', "* - ( )"])
def test_no_words_is_an_error(index: Path, words: str) -> None:
    with pytest.raises(QueryError, match="no words"):
        find_words(index, words, ALL)


@given(st.text())
def test_any_words_are_sought_or_refused(index: Path, words: str) -> None:
    """Nothing a user types is taken for an operator of the index."""
    try:
        found = find_words(index, words, ALL)
    except QueryError:
        return
    assert all(isinstance(hit, Hit) for hit in found)


def test_a_folder_without_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no index"):
        find_words(tmp_path / INDEX_FILE, "facebook", ALL)


def test_a_file_that_is_no_index_says_so(tmp_path: Path) -> None:
    (tmp_path / INDEX_FILE).write_bytes(b"not a database, not at all" * 50)
    with pytest.raises(ReadError, match="no index of ours"):
        find_words(tmp_path / INDEX_FILE, "facebook", ALL)
