"""EuroVoc's SKOS file in each notation gives one file, by which keywords are linked."""

import gzip
import zipfile
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from hemicycle.assets import asset
from hemicycle.errors import AuthorityError
from hemicycle.link import load_authority
from hemicycle.mint import Mint
from hemicycle.triples.vocabulary import used_concepts, vocabulary_classes, vocabulary_quads
from hemicycle.vocabulary import (
    Vocabulary,
    VocabularyConcept,
    edition_of,
    read_eurovoc,
    vocabulary_files,
    write_vocabulary,
)
from hemicycle.vocabulary.eurovoc import ConceptLabel

SKOS = Path(__file__).with_name("eurovoc.ttl")
FORMATS = {".rdf": RdfFormat.RDF_XML, ".xml": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}


def concept(
    key: str, labels: list[tuple[int, str, str]], broader: tuple[str, ...], *notations: str
) -> VocabularyConcept:
    return VocabularyConcept(
        key, tuple(ConceptLabel(*label) for label in labels), broader, notations
    )


EXPECTED = Vocabulary(
    "20240101-0",
    (
        concept(
            "1",
            [
                (0, "de", "Tier"),
                (0, "en", "animal"),
                (0, "fr", "animal"),
                (0, "nl", "dier"),
                (1, "fr", "bête"),
            ],
            (),
            "1",
        ),
        concept("2", [(0, "fr", "mammifère"), (0, "nl", "zoogdier")], ("1",)),
        concept("5", [(0, "fr", "matou"), (0, "fr", "poisson")], ("1",)),
        concept(
            "c_0a",
            [
                (0, "fr", "chat domestique"),
                (0, "nl", "huiskat"),
                (1, "fr", "matou"),
                (2, "fr", "félin"),
                (2, "fr", "minou"),
            ],
            ("2",),
        ),
    ),
)


def downloaded(folder: Path, name: str) -> Path:
    """The SKOS file in another notation, packed where its name says so."""
    inner = name.removesuffix(".gz").removesuffix(".zip")
    triples = (quad.triple for quad in parse(path=SKOS, format=RdfFormat.TURTLE))
    data = serialize(triples, format=FORMATS[Path(inner).suffix]) or b""
    file = folder / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("README.txt", "how to use it")
            archive.writestr(inner, data)
    else:
        file.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return file


@pytest.mark.parametrize("name", ["a.rdf", "a.xml", "a.nt", "a.rdf.gz", "a.nt.gz", "a.rdf.zip"])
def test_every_notation_gives_the_same_concepts(tmp_path: Path, name: str) -> None:
    assert read_eurovoc(downloaded(tmp_path, name)) == EXPECTED


def test_the_edition_given_goes_before_that_of_the_file() -> None:
    assert read_eurovoc(SKOS, "4.20").edition == "4.20"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("none.rdf", None, "cannot be read"),
        ("a.csv", b"id,label", "is no RDF file"),
        ("a.nt", b"<http://eurovoc.europa.eu/1> <x", "is not N-Triples"),
        ("a.rdf", b"<rdf:RDF>", "is not RDF/XML"),
        ("a.nt", b"", "has no concept of EuroVoc"),
        ("a.zip", b"PK no zip", "is damaged"),
        ("a.nt.gz", b"no gzip", "cannot be read"),
        ("a.nt.gz", gzip.compress(b"x" * 999, mtime=0)[:20], "is damaged"),
        (
            "a.nt",
            b"<http://eurovoc.europa.eu/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "
            b'"un"@fr .\n<http://eurovoc.europa.eu/1> '
            b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            b"<http://www.w3.org/2004/02/skos/core#Concept> .",
            "does not say its edition",
        ),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, name: str, data: bytes | None, problem: str) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(AuthorityError) as caught:
        read_eurovoc(file)
    assert caught.value.file == str(file)
    assert caught.value.problem.startswith(problem)
    assert caught.value.remedy


def test_a_zip_without_rdf(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("README.txt", "")
    with pytest.raises(AuthorityError, match="holds no RDF file"):
        read_eurovoc(tmp_path / "a.zip")


def test_writing_twice_gives_the_same_bytes_and_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "authority"
    file = write_vocabulary(EXPECTED, folder)
    first = file.read_bytes()
    write_vocabulary(EXPECTED, folder)
    assert [file] == list(folder.iterdir()) == vocabulary_files([folder])
    assert file.read_bytes() == first


def test_the_file_says_its_edition(tmp_path: Path) -> None:
    file = write_vocabulary(EXPECTED, tmp_path)
    assert edition_of(file) == "20240101-0"
    file.write_text("", encoding="utf-8")
    with pytest.raises(AuthorityError, match="does not say its edition"):
        edition_of(file)
    with pytest.raises(AuthorityError, match="cannot be read"):
        edition_of(tmp_path / "none.nq")


def test_an_authority_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "authority").write_text("")
    with pytest.raises(AuthorityError, match="cannot be written"):
        write_vocabulary(EXPECTED, tmp_path / "authority")


def test_keywords_are_found_by_usual_label_then_another_then_a_former_one(tmp_path: Path) -> None:
    vocabulary = write_vocabulary(EXPECTED, tmp_path)
    ours = sorted(asset("ontology/authority").glob("*.ttl"))
    authority = load_authority([*ours, vocabulary])
    alone = load_authority(ours)
    added = {key: path for key, path in authority.concepts.items() if key not in alone.concepts}
    assert added == {
        ("de", "tier"): "concept/1",
        ("en", "animal"): "concept/1",
        ("fr", "animal"): "concept/1",
        ("fr", "bête"): "concept/1",
        ("nl", "dier"): "concept/1",
        ("fr", "mammifère"): "concept/2",
        ("nl", "zoogdier"): "concept/2",
        ("fr", "matou"): "concept/5",
        ("fr", "poisson"): "concept/5",
        ("fr", "chat domestique"): "concept/c_0a",
        ("nl", "huiskat"): "concept/c_0a",
        ("fr", "félin"): "concept/c_0a",
        ("fr", "minou"): "concept/c_0a",
    }


def skos(name: str) -> NamedNode:
    return NamedNode(f"http://www.w3.org/2004/02/skos/core#{name}")


@pytest.mark.parametrize("base", [Mint().base, "https://example.org/"])
def test_a_build_takes_the_concepts_in_use_and_broader_ones(tmp_path: Path, base: str) -> None:
    mint = Mint(base)
    file = write_vocabulary(EXPECTED, tmp_path)
    quads = list(vocabulary_quads([file], {"concept/2", "concept/nl-x"}, (), mint))
    assert {quad.graph_name for quad in quads} == {mint.graph("eurovoc")}
    scheme = mint.thing("concept-scheme/eurovoc")
    edition = NamedNode("http://www.w3.org/2002/07/owl#versionInfo")
    assert Quad(scheme, edition, Literal("20240101-0"), mint.graph("eurovoc")) in quads
    said = {
        (str(q.predicate), str(q.object)) for q in quads if q.subject == mint.thing("concept/2")
    }
    assert said == {
        ("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", str(skos("Concept"))),
        (str(skos("inScheme")), str(scheme)),
        (str(skos("prefLabel")), '"mammifère"@fr'),
        (str(skos("prefLabel")), '"zoogdier"@nl'),
        (str(skos("broader")), str(mint.thing("concept/1"))),
        (str(skos("exactMatch")), "<http://eurovoc.europa.eu/2>"),
    }
    subjects = {quad.subject for quad in quads}
    assert subjects == {scheme, mint.thing("concept/1"), mint.thing("concept/2")}


def test_our_own_usual_label_stays_the_usual_one(tmp_path: Path) -> None:
    mint = Mint()
    file = write_vocabulary(EXPECTED, tmp_path)
    node, graph = mint.thing("concept/1"), mint.graph("authority")
    ours = [
        Quad(node, skos("prefLabel"), Literal("animaux", language="fr"), graph),
        Quad(node, skos("prefLabel"), Literal("dier", language="nl"), graph),
        Quad(node, skos("altLabel"), Literal("bête", language="fr"), graph),
    ]
    quads = list(vocabulary_quads([file], {"concept/1"}, ours, mint))
    labels = [(q.predicate, q.object) for q in quads if q.subject == node and "abel" in str(q)]
    assert [(str(p).rpartition("#")[2], str(o)) for p, o in labels] == [
        ("prefLabel>", '"Tier"@de'),
        ("prefLabel>", '"animal"@en'),
        ("altLabel>", '"animal"@fr'),
    ]


def test_concepts_in_use_are_the_keywords_of_a_store() -> None:
    mint, store = Mint(), Store()
    subject = NamedNode("http://purl.org/dc/terms/subject")
    for thing in ("concept/5116", "concept/nl-x", "question/5-1"):
        store.add(Quad(mint.thing("question/5-8910"), subject, mint.thing(thing)))
    assert used_concepts(store, mint) == {"concept/5116", "concept/nl-x"}


def test_every_concept_has_its_class(tmp_path: Path) -> None:
    mint = Mint("https://example.org/")
    file = write_vocabulary(EXPECTED, tmp_path)
    classes = {(quad.subject, quad.object) for quad in vocabulary_classes([file], mint)}
    concepts = {(mint.thing(f"concept/{key}"), skos("Concept")) for key in ("1", "2", "5", "c_0a")}
    scheme = (mint.thing("concept-scheme/eurovoc"), skos("ConceptScheme"))
    assert classes == {*concepts, scheme}
