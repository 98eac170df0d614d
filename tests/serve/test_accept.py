"""Content negotiation by RFC 9110, without a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.serve.accept import accepts_gzip, choose, choose_language, weighted
from hemicycle.serve.forms import GRAPH_FORMS, ROW_FORMS, Choice, negotiate

OFFERS = ("text/turtle", "application/ld+json", "text/csv")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "text/turtle"),
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("APPLICATION/LD+JSON", "application/ld+json"),
        ('application/ld+json;profile="a,b;q=0"', "application/ld+json"),
        ("text/csv;q=0.5, text/turtle;q=0.4", "text/csv"),
        ("text/csv;Q=0.5, text/turtle; q = 0.4", "text/csv"),
        ("text/*", "text/turtle"),
        ("text/*, text/turtle;q=0.1", "text/csv"),
        ("text/*, text/turtle;q=0", "text/csv"),
        ("*/*, text/*;q=0", "application/ld+json"),
        ("*/*;q=0", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=0, */*;q=0.1", "application/ld+json"),
        ("image/png", None),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/turtle"),
        ("text/turtle;q=2", None),
        ("text/turtle;q=0.1234, text/csv;q=0.1", "text/csv"),
        ("text/turtle;q=-1", None),
        ("text/turtle;q=nan", None),
        (", ,text/csv,", "text/csv"),
        ("text", None),
    ],
)
def test_the_best_offer_is_chosen(header: str | None, expected: str | None) -> None:
    assert choose(header, OFFERS) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "en"),
        ("de", "en"),
        ("fr-BE, nl;q=0.9", "fr"),
        ("nl-BE;q=0.5, fr;q=0.4", "nl"),
        ("de, *;q=0.1", "en"),
        ("en;q=0, *", "fr"),
    ],
)
def test_the_best_language_is_chosen(header: str | None, expected: str) -> None:
    assert choose_language(header, ("en", "fr", "nl")) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [(None, False), ("gzip", True), ("br", False), ("*", True), ("gzip;q=0, *", False)],
)
def test_gzip_is_taken(header: str | None, expected: bool) -> None:
    assert accepts_gzip(header) is expected


def test_a_form_is_found_by_alias() -> None:
    assert negotiate("application/json", ROW_FORMS) == Choice("json", "application/json")
    assert negotiate("text/xml", GRAPH_FORMS) == Choice("rdf", "text/xml")
    assert negotiate("text/html", GRAPH_FORMS, ("text/html",)) == "text/html"
    assert negotiate("text/csv", GRAPH_FORMS) is None


@given(st.text(max_size=200))
def test_any_text_is_a_header(header: str) -> None:
    assert choose(header, OFFERS) in (*OFFERS, None)
    assert choose_language(header, ("en", "fr")) in ("en", "fr")
    assert all(0 <= found.quality <= 1 for found in weighted(header))


@given(
    st.dictionaries(st.sampled_from([*OFFERS, "text/*", "*/*"]), st.integers(0, 1000), min_size=1)
)
def test_what_is_refused_is_never_chosen_and_nothing_is_liked_better(given: dict[str, int]) -> None:
    def liked(offer: str) -> int:
        kind = offer.partition("/")[0]
        return next((given[key] for key in (offer, f"{kind}/*", "*/*") if key in given), 0)

    found = choose(", ".join(f"{key};q={q / 1000:.3f}" for key, q in given.items()), OFFERS)
    best = max(map(liked, OFFERS))
    assert found == (next(offer for offer in OFFERS if liked(offer) == best) if best else None)
