"""Paths: what they may say, and what is said of those that are none."""

import pytest
from pyoxigraph import NamedNode

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.tables.paths import Hop, Keep, Path, parse_path

MINT = Mint("https://example.org/")


def hc(name: str) -> NamedNode:
    return NamedNode(PREFIXES["hc"] + name)


def test_steps_conditions_and_language() -> None:
    text = "^hc:body / hc:stance = id/stance/claimed / hc:within / rdf:type = hc:Answer / schema:text @nl"
    expected = Path(
        (
            Hop(hc("body"), is_inverse=True),
            Keep(hc("stance"), NamedNode("https://example.org/id/stance/claimed")),
            Hop(hc("within")),
            Keep(NamedNode(f"{PREFIXES['rdf']}type"), hc("Answer")),
            Hop(NamedNode("https://schema.org/text")),
        ),
        "nl",
    )
    assert parse_path(text, MINT) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "in the path '': '' names no term; begin with one of hc, "),
        ("answers", "in the path 'answers': 'answers' names no term"),
        ("hc:answers / ho:number", "in the path 'hc:answers / ho:number': 'ho:number' names no"),
        ("hc:answers/hc:number", "'hc:answers/hc:number' names no term"),
        ("hc:stance = claimed", "in the path 'hc:stance = claimed': 'claimed' names no term"),
        ("schema:text @Dutch", "ends in no language; write @fr or @nl"),
        ("hc:a / hc:a / hc:a / hc:a / hc:a / hc:a / hc:a", "has more than 6 steps"),
    ],
)
def test_what_is_no_path_is_named(text: str, message: str) -> None:
    with pytest.raises(ExportError) as caught:
        parse_path(text, MINT)
    assert message in str(caught.value)
