"""A title joined of two is cut where French ends: at least 98 of 100, and every printed one."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.parse.language import text_scores
from hemicycle.parse.title_runs import title_runs
from hemicycle.records import UnreadLine

ROOT = Path(__file__).parent.parent.parent
FRENCH_DUTCH = ("fr", "nl")
GERMAN = "Bahnhof Eupen - Konkrete Schritte"
FRENCH, DUTCH = "Gare d'Eupen - Étapes concrètes", "Station Eupen - Concrete stappen"
RULE = "_________________"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = ROOT / "bench" / "title_cuts.py"
    spec = importlib.util.spec_from_file_location("title_cuts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "fewest"), [("authority", 400), ("unseen", 300), ("fresh", 200)])
def test_titles_are_cut_where_french_ends(name: str, fewest: int, bench: ModuleType) -> None:
    pairs = bench.SETS[name]()
    assert len(set(pairs)) >= fewest
    bad = bench.measured(name)
    assert len(bad) <= 0.02 * len(pairs), bad


def test_all_printed_titles_are_cut_right(bench: ModuleType) -> None:
    assert bench.printed_titles()
    assert bench.not_right(bench.printed_titles()) == []


@pytest.mark.parametrize(
    ("french", "dutch"),
    [
        ("Gare de Leuven", "Station Leuven"),
        ("l'accord de Schengen", "het akkoord van Schengen"),
        ("l'accès aux guichets de poste", "de toegang tot de postkantoren"),
        ("Burundi", "Burundi"),
        ("Covid-19 - Tests", "Covid-19 - Tests"),
        ("bpost - Prix", "bpost - Prijs"),
        ("« Smart cities » : bilan", "« Smart cities »: balans"),
        ("Mesures - Mesures belges", "Maatregelen - Belgische maatregelen"),
    ],
)
def test_hard_titles(french: str, dutch: str, bench: ModuleType) -> None:
    assert bench.cut((french, dutch)) == {"fr": french, "nl": dutch}


@pytest.mark.parametrize("title", ["", "Malaria", "12 13 14", "_______", "a " * 1_000])
def test_where_no_cut_is_certain_none_is_made(title: str) -> None:
    assert title_runs(title.split()) == ()


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Federale overheidsdiensten - Communicatie met de burgers", "nl"),
        ("Services publics fédéraux - Communication avec les citoyens", "fr"),
    ],
)
def test_a_title_in_one_language_is_not_cut(title: str, language: str) -> None:
    (run,) = title_runs(title.split())
    assert (run.language, run.first, run.last + 1) == (language, 0, len(title.split()))


@pytest.mark.parametrize(
    "title",
    [
        f"{GERMAN} {FRENCH} {GERMAN} {DUTCH}",
        f"{GERMAN} {RULE} {FRENCH} {DUTCH}",
        f"{GERMAN} {RULE} {FRENCH} {GERMAN} {RULE} {DUTCH}",
        f"{GERMAN} {RULE} {FRENCH} {RULE} {DUTCH}",
        f"{FRENCH} {RULE} {GERMAN} {DUTCH} {RULE} {GERMAN}",
        f"{GERMAN} {FRENCH} {DUTCH}",
    ],
)
def test_german_stands_beside_french_and_dutch(title: str) -> None:
    words = title.split()
    runs = title_runs(words, FRENCH_DUTCH, may_be_german=True)
    found = {run.language: " ".join(words[run.first : run.last + 1]) for run in runs}
    assert found == {"de": GERMAN, "fr": FRENCH, "nl": DUTCH}


@pytest.mark.parametrize(
    ("title", "languages", "expected"),
    [
        (f"{GERMAN} {FRENCH}", ("fr",), {"de": GERMAN, "fr": FRENCH}),
        (f"{GERMAN} {RULE} {DUTCH}", ("nl",), {"de": GERMAN, "nl": DUTCH}),
        (GERMAN, ("nl",), {"de": GERMAN}),
        (GERMAN, FRENCH_DUTCH, {"de": GERMAN}),
        (f"{FRENCH} {DUTCH}", FRENCH_DUTCH, {"fr": FRENCH, "nl": DUTCH}),
        (FRENCH, ("fr",), {"fr": FRENCH}),
    ],
)
def test_german_where_it_is_printed(
    title: str, languages: tuple[str, ...], expected: dict[str, str]
) -> None:
    words = title.split()
    runs = title_runs(words, languages, may_be_german=True)
    assert {run.language: " ".join(words[run.first : run.last + 1]) for run in runs} == expected


@pytest.mark.parametrize(("title", "is_cut"), [("Malaria", False), ("Malaria Malaria", True)])
def test_a_title_that_is_not_cut_is_an_unread_line(
    title: str, is_cut: bool, page: Callable[..., Page]
) -> None:
    head = (
        "SÉNAT DE BELGIQUE BELGISCHE SENAAT",
        "Question écrite n° 5-900 Schriftelijke vraag nr. 5-900",
        "au ministre X",
        "aan de minister X",
    )
    record = parse(page("\n".join((*head, title, "________"))))
    assert record.title == ({"fr": "Malaria", "nl": "Malaria"} if is_cut else {})
    assert record.unread == (() if is_cut else (UnreadLine(5, title),))


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ("-", "–", RULE, "de", "De", "van", "SNCB", "2013", "(", ")", "«", "»", "IJ")
        ),
        st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=9),
    ),
    max_size=30,
)


@given(WORDS, st.sampled_from([("fr", "nl"), ("fr",), ("nl",)]), st.booleans())
def test_runs_stand_in_order_and_each_language_apart(
    words: list[str], languages: tuple[str, ...], may_be_german: bool
) -> None:
    runs = title_runs(words, languages, may_be_german)
    places = [at for run in runs for at in (run.first, run.last + 1)]
    assert places == sorted(places)
    assert all(run.first <= run.last < len(words) for run in runs)
    assert {run.language for run in runs} <= {*languages, *(["de"] if may_be_german else [])}
    if not may_be_german and runs:
        assert (runs[0].first, runs[-1].last) == (0, len(words) - 1)


def test_a_long_word_says_nothing() -> None:
    assert text_scores("maatregel" * 1_000) == (0, 0, 0)
