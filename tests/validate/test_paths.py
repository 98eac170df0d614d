"""Paths of SHACL as SPARQL writes them."""

import pytest
from rdflib import SH, Graph

from hemicycle.validate.paths import path_text

A, B = "<https://schema.org/a>", "<https://schema.org/b>"
PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <https://schema.org/> .\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("s:a", "https://schema.org/a"),
        ("[ sh:inversePath s:a ]", f"^{A}"),
        ("( s:a s:b )", f"({A}/{B})"),
        ("[ sh:alternativePath ( s:a s:b ) ]", f"({A}|{B})"),
        ("[ sh:zeroOrMorePath s:a ]", f"{A}*"),
        ("[ sh:oneOrMorePath s:a ]", f"{A}+"),
        ("[ sh:zeroOrOnePath [ sh:inversePath s:a ] ]", f"(^{A})?"),
        ("[ sh:inversePath ( s:a s:b ) ]", f"^({A}/{B})"),
        ("( s:a [ sh:alternativePath ( [ sh:inversePath s:b ] s:a ) ] )", f"({A}/(^{B}|{A}))"),
    ],
)
def test_path(path: str, text: str) -> None:
    graph = Graph().parse(data=f"{PREFIXES}s:shape sh:path {path} .")
    (node,) = graph.objects(None, SH.path)
    assert path_text(graph, node) == text
