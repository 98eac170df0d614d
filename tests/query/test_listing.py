"""The page of the named queries is what their heads say."""

from pathlib import Path

from hemicycle.query import named_queries, parse_query
from hemicycle.query.listing import HEAD, queries_page

PAGE = Path(__file__).parent.parent.parent / "docs" / "queries.md"


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == queries_page(named_queries())


def test_parameters_say_whether_they_must_be_given() -> None:
    text = (
        "# title: Rows\n# description: All.\n# parameter: a | iri | one\n"
        "# parameter: b | lang | two | fr\n# parameter: c | date | three |\nSELECT * {}"
    )
    assert queries_page([parse_query("rows", text)]) == (
        f"{HEAD}\n## rows\n\nRows. All.\n\n- `a` (iri): one; must be given\n"
        "- `b` (lang): two; `fr` unless given\n- `c` (date): three\n"
    )


def test_there_are_more_than_twenty_five() -> None:
    assert len(named_queries()) > 25
