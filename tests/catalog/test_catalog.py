"""The catalogue says what is in a build: the expected file, and what holds of any."""

from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, OWL, PROV, RDF, VOID, Graph, Literal, URIRef
from rdflib.namespace import DefinedNamespace

from hemicycle.catalog import SPDX, Counts, TermCount, catalog_turtle
from hemicycle.manifest import FileFacts
from hemicycle.mint import Mint
from hemicycle.namespaces import HC

HERE = Path(__file__).parent
FILES = (
    FileFacts("gephi/full.gexf", 12, "a" * 64),
    FileFacts("hemicycle.nq", 345, "b" * 64),
    FileFacts("hemicycle.ttl", 234, "c" * 64),
    FileFacts("tables/answers.csv", 45, "d" * 64),
    FileFacts("texts/0123456789abcdef.txt", 5, "e" * 64),
)
COUNTS = Counts(
    triples=7,
    classes=(TermCount(str(HC.WrittenQuestion), 2), TermCount(str(HC.Answer), 1)),
    properties=(TermCount(str(HC.askedOn), 2), TermCount(str(RDF.type), 5)),
    documents=2,
    subjects=3,
)
DATASET = URIRef(Mint().thing("dataset/hemicycle").value)


def test_the_expected_file() -> None:
    written = catalog_turtle(FILES, COUNTS, Mint(), "https://data.example/")
    assert written == (HERE / "expected.ttl").read_text(encoding="utf-8")


def catalog(published_at: str | None = None) -> Graph:
    return Graph().parse(data=catalog_turtle(FILES, COUNTS, Mint(), published_at))


def test_order_makes_no_difference() -> None:
    again = catalog_turtle(reversed(FILES), COUNTS, Mint())
    assert again == catalog_turtle(FILES, COUNTS, Mint())


def test_every_file_but_the_texts_is_a_distribution_with_its_checksum() -> None:
    graph = catalog()
    found = {
        str(graph.value(node, DCTERMS.title)): str(
            graph.value(graph.value(node, SPDX.checksum, any=False), SPDX.checksumValue)
        )
        for node in graph.objects(DATASET, DCAT.distribution)
    }
    assert found == {facts.name: facts.sha256 for facts in FILES[:-1]}


def test_partitions_say_what_was_counted() -> None:
    graph = catalog()
    classes = {
        (str(graph.value(part, VOID["class"])), graph.value(part, VOID.entities))
        for part in graph.objects(DATASET, VOID.classPartition)
    }
    assert classes == {(row.term, Literal(row.count)) for row in COUNTS.classes}
    properties = {
        (str(graph.value(part, VOID.property)), graph.value(part, VOID.triples))
        for part in graph.objects(DATASET, VOID.propertyPartition)
    }
    assert properties == {(row.term, Literal(row.count)) for row in COUNTS.properties}


def test_what_was_not_counted_is_not_said() -> None:
    assert list(catalog().objects(DATASET, VOID.distinctObjects)) == []
    assert list(catalog().objects(DATASET, VOID.documents)) == [Literal(2)]


def test_the_edition_of_eurovoc_is_said_where_there_is_one() -> None:
    scheme = URIRef(Mint().thing("concept-scheme/eurovoc").value)
    told = catalog_turtle(FILES, COUNTS, Mint(), eurovoc="20250101-0")
    graph = Graph().parse(data=told)
    assert (DATASET, DCTERMS.source, scheme) in graph
    assert graph.value(scheme, OWL.versionInfo) == Literal("20250101-0")
    assert (None, OWL.versionInfo, None) not in catalog()


def test_files_have_addresses_only_where_they_are_published() -> None:
    assert list(catalog().subject_objects(DCAT.downloadURL)) == []
    published = catalog("https://data.example/")
    dumps = {str(dump) for dump in published.objects(DATASET, VOID.dataDump)}
    assert dumps == {f"https://data.example/hemicycle.{form}" for form in ("nq", "ttl")}
    assert len(list(published.subject_objects(DCAT.downloadURL))) == len(FILES) - 1


@pytest.mark.parametrize("space", [DCAT, DCTERMS, PROV, VOID])
def test_only_known_terms_are_used(space: type[DefinedNamespace]) -> None:
    names = {str(node) for triple in catalog("https://data.example/") for node in triple}
    prefix = str(space._NS)
    used = {name for name in names if name.startswith(prefix) and name != prefix}
    assert used
    assert {name for name in used if name not in space} == set()
