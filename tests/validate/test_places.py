"""The line that a report gives is the one on which the fact stands."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import XSD, Graph, URIRef
from rdflib import Literal as Worth

from hemicycle.assets import asset
from hemicycle.namespaces import HC
from hemicycle.validate import (
    Place,
    Result,
    in_files,
    in_pages,
    load_shapes,
    located,
    validate,
)

ID = "https://w3id.org/hemicycle/id/"
KEY = "0123456789abcdef"
HAND_MADE = """@base <https://w3id.org/hemicycle/> .
@prefix hc: <https://w3id.org/hemicycle/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

# question/5-1 is spoken of before it is described
<id/person/5-1> dcterms:title "5-1" .

<id/question/5-1>
    a hc:WrittenQuestion ;
    dcterms:title "Un titre sans langue" ;
    hc:askedOn "hier" ;
    hc:number 1 .
"""


def result(name: str, path: str | None = None, value: object = None) -> Result:
    return Result(
        focus=URIRef(f"{ID}{name}"),
        path=path,
        value=value if isinstance(value, URIRef | Worth) else None,
        shape="https://w3id.org/hemicycle/shape/X",
        component="https://w3id.org/hemicycle/shape/X",
        severity="Violation",
        messages={"en": "x"},
    )


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (
            result("question/5-1", "http://purl.org/dc/terms/title", Worth("Un titre sans langue")),
            10,
        ),
        (result("question/5-1", str(HC.askedOn), Worth("hier")), 11),
        (result("question/5-1", str(HC.number)), 12),
        (result("question/5-1", f"^<{HC.event}>"), 8),
        (result("question/5-1"), 8),
        (result("person/5-1", "http://purl.org/dc/terms/title"), 6),
        (result("person/5-2"), None),
    ],
)
def test_a_line_of_turtle(tmp_path: Path, fault: Result, line: int | None) -> None:
    file = tmp_path / "hand-made.ttl"
    file.write_text(HAND_MADE, encoding="utf-8")
    found = in_files([file, tmp_path])(fault)
    assert found == (None if line is None else Place(str(file), line))


def test_a_line_of_n_triples(tmp_path: Path) -> None:
    file = tmp_path / "dump.nt"
    subject, predicate = f"<{ID}question/5-1>", f"<{HC.askedOn}>"
    lines = [f'{subject} {predicate} "{day}"^^<{XSD.date}> .' for day in ("2013-04-30", "hier")]
    file.write_text("\n".join(lines), encoding="utf-8")
    fault = result("question/5-1", str(HC.askedOn), Worth("hier"))
    assert in_files([file])(fault) == Place(str(file), 2)


def test_a_file_edited_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "hand-made.ttl"
    file.write_text(HAND_MADE, encoding="utf-8")
    report = validate(Graph().parse(file), load_shapes(asset("shapes")))
    lines = {
        found.shape.rpartition("/")[2]: found.place.line
        for found in located(report, in_files([file])).results
        if found.place is not None
    }
    assert (lines["ReadQuestion-title"], lines["ReadQuestion-askedOn"]) == (10, 11)
    assert set(lines.values()) == {8, 10, 11}


def mention(start: int, kind: str, exact: str, body: str) -> list[Quad]:
    subject = NamedNode(f"{ID}mention/{KEY}-{start}-{start + len(exact)}-{kind}")
    said: list[tuple[str, NamedNode | Literal]] = [
        (HC.body, NamedNode(f"{ID}{body}")),
        (HC.source, NamedNode(f"{ID}text/{KEY}")),
        (HC.start, Literal(str(start), datatype=NamedNode(XSD.integer))),
        (HC.exact, Literal(exact)),
        (HC.mentionKind, Literal(kind)),
    ]
    return [Quad(subject, NamedNode(predicate), stated) for predicate, stated in said]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (result("question/5-1", str(HC.askedOn)), 3),
        (result("question/5-1", str(HC.askedBy), URIRef(f"{ID}person/x")), 4),
        (result("question/5-1", str(HC.session)), 1),
        (result("question/5-1", str(HC.session), Worth("30 avril")), 3),
        (result("question/5-2"), None),
    ],
)
def test_a_line_of_a_page(tmp_path: Path, fault: Result, line: int | None) -> None:
    text = "Question 5-1\néé\n30 avril\nX Y\n"
    (tmp_path / f"{KEY}.txt").write_text(text, encoding="utf-8")
    store = Store()
    store.extend(mention(9, "question-number", "5-1", "question/5-1"))
    store.extend(mention(text.index("30"), "asked-on", "30 avril", "question/5-1"))
    store.extend(mention(text.index("X"), "person", "X Y", "person/x"))
    found = in_pages(store, tmp_path)(fault)
    assert found == (None if line is None else Place(f"{tmp_path.name}/{KEY}.txt", line))


def test_a_page_whose_text_is_gone(tmp_path: Path) -> None:
    store = Store()
    store.extend(mention(9, "question-number", "5-1", "question/5-1"))
    assert in_pages(store, tmp_path)(result("question/5-1")) is None
