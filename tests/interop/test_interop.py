"""What a build writes is read back as it stands by rdflib, Oxigraph, Apache Jena and pyld.

N-Quads and TriG carry every named graph; Turtle, N-Triples, RDF/XML and JSON-LD the merge.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyoxigraph
import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store

from hemicycle.assets import asset
from hemicycle.export import FORMATS, Request, export
from hemicycle.graphs import as_term
from hemicycle.mint import Mint

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "graphs" / "hemicycle.nq"
JARS = Path("/usr/share/java")
BESIDE = {Mint().graph(name) for name in ("provenance", "findings")}
NEEDED = (
    *("jena-arq", "jena-base", "jena-core", "jena-iri", "slf4j-api", "slf4j-nop"),
    *("commons-compress", "commons-csv", "commons-io", "commons-lang3", "commons-codec"),
    *("httpclient", "httpclient-cache", "httpcore"),
    *("jackson-annotations", "jackson-core", "jackson-databind"),
    *("jcl-over-slf4j", "jsonld-java", "protobuf", "thrift", "titanium-json-ld", "guava"),
    *("jakarta.json-api", "gson", "dexx.collection"),
)
WHOLE = ("nq", "trig")
MERGED = ("ttl", "nt", "rdfxml", "jsonld")
RDFLIB_NAMES = {".nq": "nquads", ".trig": "trig", ".rdf": "xml"}
CONTEXT = json.loads(asset("ontology/context.jsonld").read_text(encoding="utf-8"))
RDFLIB_WARNS_OF_ITSELF = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning",
    "ignore:Dataset.default_context is deprecated:DeprecationWarning",
    "ignore:Dataset.identifier is deprecated:DeprecationWarning",
)
REQUIRED = os.environ.get("HEMICYCLE_REQUIRED", "").split()
has_jena = pytest.mark.skipif(
    "jena" not in REQUIRED
    and (not (JARS / "jena-arq.jar").exists() or shutil.which("javac") is None),
    reason="Apache Jena is not there: apt-get install libapache-jena-java default-jdk-headless",
)


@pytest.fixture(scope="module")
def named() -> frozenset[Quad]:
    return frozenset(pyoxigraph.parse(path=BUILD))


@pytest.fixture(scope="module")
def merge(named: frozenset[Quad]) -> frozenset[Quad]:
    return frozenset(
        Quad(quad.subject, quad.predicate, quad.object)
        for quad in named
        if quad.graph_name not in BESIDE
    )


@pytest.fixture(scope="module")
def written(
    named: frozenset[Quad], merge: frozenset[Quad], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """What writes a format once, and tells its file."""
    store = Store()
    store.extend([*named, *merge])
    folder = tmp_path_factory.mktemp("written")

    def write(name: str) -> Path:
        out = folder / f"graph{FORMATS[name].suffix}"
        if not out.exists():
            export(name, Request(store=store, mint=Mint(), out=out))
        return out

    return write


def said(quads: Iterable[Quad]) -> set[tuple[str, ...]]:
    """Quads as rdflib's terms write them: one form, whoever read them."""
    return {tuple(map(form, (q.subject, q.predicate, q.object, q.graph_name))) for q in quads}


def form(term: object) -> str:
    return "" if isinstance(term, DefaultGraph) else repr(as_term(term))


def by_rdflib(path: Path) -> Iterator[tuple[str, ...]]:
    dataset = rdflib.Dataset()
    dataset.parse(path, format=RDFLIB_NAMES.get(path.suffix))
    for subject, predicate, stated, graph in dataset.quads():
        name = "" if graph in (None, dataset.default_graph.identifier) else repr(graph)
        yield repr(subject), repr(predicate), repr(stated), name


@pytest.mark.parametrize("name", [*WHOLE, *MERGED])
def test_oxigraph_reads_it_back(
    name: str,
    written: Callable[[str], Path],
    named: frozenset[Quad],
    merge: frozenset[Quad],
) -> None:
    read = list(pyoxigraph.parse(path=written(name)))
    assert frozenset(read) == (named if name in WHOLE else merge)
    assert len(read) == len(set(read))


@RDFLIB_WARNS_OF_ITSELF
@pytest.mark.parametrize("name", [*WHOLE, *MERGED])
def test_rdflib_reads_it_back(
    name: str,
    written: Callable[[str], Path],
    named: frozenset[Quad],
    merge: frozenset[Quad],
) -> None:
    assert set(by_rdflib(written(name))) == said(named if name in WHOLE else merge)


@pytest.fixture(scope="module")
def jena(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that reads a file with Apache Jena and writes N-Quads."""
    classes = tmp_path_factory.mktemp("jena")
    mend_jena(classes)
    path = ":".join([str(classes), *(str(JARS / f"{name}.jar") for name in NEEDED)])
    source = str(HERE / "Read.java")
    subprocess.run(["javac", "-cp", path, "-d", str(classes), source], check=True)
    return ["java", "-cp", path, "Read"]


def without_version(file: Path) -> Path:
    """A copy for readers of JSON-LD 1.0, which know no "@version"; all else they know."""
    document = json.loads(file.read_bytes())
    assert document["@context"].pop("@version") == 1.1
    copy = file.with_name("version-1.0.jsonld")
    copy.write_text(json.dumps(document), encoding="utf-8")
    return copy


def mend_jena(classes: Path) -> None:
    """Debian's Jena 4.5.0 looks for its messages in `xerces`, and has them elsewhere."""
    elsewhere = "org/apache/jena/ext/"
    with ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(f"{elsewhere}xerces/") and name.endswith(".properties"):
                target = classes / name.removeprefix(elsewhere)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))


@has_jena
@pytest.mark.parametrize("name", [*WHOLE, *MERGED])
def test_jena_reads_it_back(
    name: str,
    jena: list[str],
    written: Callable[[str], Path],
    named: frozenset[Quad],
    merge: frozenset[Quad],
) -> None:
    file = written(name)
    if name == "jsonld":
        file = without_version(file)
    run = subprocess.run([*jena, str(file)], check=True, capture_output=True)
    read = pyoxigraph.parse(run.stdout, format=RdfFormat.N_QUADS)
    assert frozenset(read) == (named if name in WHOLE else merge)


def local_context(address: str, options: object) -> dict[str, Any]:
    """Our context, wherever it is asked for; nothing is fetched."""
    assert address.endswith("context.jsonld")
    document = {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address}
    return document | {"document": CONTEXT}


def by_pyld(document: object) -> frozenset[Quad]:
    options = {"format": "application/n-quads", "documentLoader": local_context}
    lines = jsonld.to_rdf(document, options)
    return frozenset(pyoxigraph.parse(lines, format=RdfFormat.N_QUADS))


def test_pyld_reads_it_back(written: Callable[[str], Path], merge: frozenset[Quad]) -> None:
    assert by_pyld(json.loads(written("jsonld").read_bytes())) == merge


def test_pyld_reads_it_with_the_context_by_its_address(
    written: Callable[[str], Path], merge: frozenset[Quad]
) -> None:
    document = json.loads(written("jsonld").read_bytes())
    document["@context"] = "https://w3id.org/hemicycle/context.jsonld"
    assert by_pyld(document) == merge


def test_pyld_compacts_a_question_to_our_words(written: Callable[[str], Path]) -> None:
    graph = json.loads(written("jsonld").read_bytes())
    question = next(thing for thing in graph["@graph"] if thing["id"].endswith("question/5-8906"))
    expanded = jsonld.expand({"@context": graph["@context"], "@graph": [question]})
    compacted = jsonld.compact(expanded, CONTEXT, {"documentLoader": local_context})
    del compacted["@context"]
    assert compacted == question


@RDFLIB_WARNS_OF_ITSELF
def test_a_triple_less_is_seen(written: Callable[[str], Path], tmp_path: Path) -> None:
    """The comparisons above can fail: a file that lacks one line is another graph."""
    lines = written("nt").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "less.nt").write_text("".join(lines[1:]), encoding="utf-8")
    for read in (by_rdflib, lambda path: said(pyoxigraph.parse(path=path))):
        assert set(read(tmp_path / "less.nt")) < set(read(written("nt")))
