"""What is published, asked by Apache Jena's query engine, which is Fuseki's: the same answers.

Debian has the engine without the server; so the protocol is not tried here.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, parse_query_results

from hemicycle.namespaces import PREFIXES
from hemicycle.opened import open_build
from hemicycle.publish import write_published
from hemicycle.query import NamedQuery, Rows, Term, named_queries, run_query
from hemicycle.query.terms import bind_value
from hemicycle.remote.dataset import dataset_of
from hemicycle.remote.lexer import tokens
from hemicycle.remote.sparql_text import prologue
from hemicycle.remote.substitute import substituted

HERE, BUILD = Path(__file__).parent, Path(__file__).parents[2] / "graphs"
JARS = Path("/usr/share/java")
NEEDED = (
    *("jena-arq", "jena-base", "jena-core", "jena-iri", "slf4j-api", "slf4j-nop"),
    *("commons-compress", "commons-csv", "commons-io", "commons-lang3", "commons-codec"),
    *("httpclient", "httpclient-cache", "httpcore", "guava", "gson", "dexx.collection"),
    *("jackson-annotations", "jackson-core", "jackson-databind", "jakarta.json-api"),
    *("jcl-over-slf4j", "jsonld-java", "protobuf", "thrift", "titanium-json-ld"),
)
is_there = (JARS / "jena-arq.jar").exists() and shutil.which("javac") is not None
pytestmark = pytest.mark.skipif(
    "jena" not in os.environ.get("HEMICYCLE_REQUIRED", "").split() and not is_there,
    reason="Apache Jena is not there: apt-get install libapache-jena-java default-jdk-headless",
)
NUMBERS = frozenset(f"{PREFIXES['xsd']}{name}" for name in ("decimal", "double", "integer"))


def given(query: NamedQuery) -> dict[str, str]:
    """Values for the parameters that have none."""
    return {one.name: "family/5-8900" for one in query.parameters if one.default is None}


def as_sent(query: NamedQuery) -> str:
    """The query with its values, and FROM in the place of what the protocol says."""
    mint = open_build(BUILD).mint
    values = {}
    for one in query.parameters:
        text = given(query).get(one.name, one.default)
        if text or one.kind == "string":
            values[one.name] = bind_value(one.kind, text or "", mint)
    before = prologue(mint.base, PREFIXES)
    sees = dataset_of(query.text, mint, before, values, list)
    graphs = [f"FROM {graph}" for graph in sees.default]
    graphs += [f"FROM NAMED {graph}" for graph in sees.named]
    return before + "".join(with_graphs(substituted(query.text, values), " ".join(graphs)))


def with_graphs(text: str, clauses: str) -> Iterator[str]:
    """FROM stands between what SELECT names and its group."""
    depth, place = 0, "head"
    for token in tokens(text):
        if place == "select" and depth == 0 and (token.word == "WHERE" or token.text == "{"):
            yield f" {clauses} "
            place = "group"
        elif place == "head" and token.word == "SELECT":
            place = "select"
        depth += (token.text in ("(", "{")) - (token.text in (")", "}"))
        yield token.text


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what Jena answers to each named query."""
    folder = tmp_path_factory.mktemp("jena")
    jars = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
    mend_jena(folder)
    command = ["javac", "-nowarn", "-cp", jars, "-d", str(folder), str(HERE / "Ask.java")]
    subprocess.run(command, check=True, capture_output=True)
    write_published(open_build(BUILD), folder / "published.nq")
    asked = []
    for query in named_queries():
        asked.append(folder / f"{query.name}.rq")
        asked[-1].write_text(as_sent(query), encoding="utf-8")
    command = ["java", "-cp", f"{folder}:{jars}", "Ask", str(folder / "published.nq")]
    subprocess.run([*command, *map(str, asked)], check=True, capture_output=True)
    return folder


def mend_jena(folder: Path) -> None:
    """Debian's Jena 4.5.0 looks for its messages in `xerces`, and has them elsewhere."""
    with ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            rest = name.removeprefix("org/apache/jena/ext/")
            if rest.startswith("xerces/") and rest.endswith(".properties"):
                (folder / rest).parent.mkdir(parents=True, exist_ok=True)
                (folder / rest).write_bytes(jar.read(name))


def shown(term: Term | None) -> object:
    """A term to compare: numbers by their value, which engines write in several ways."""
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        return float(term.value)
    return term


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_named_queries(query: NamedQuery, answers: Path) -> None:
    build = open_build(BUILD)
    bare = replace(query, columns=(), quote=None)  # as the engine gives them
    expected = run_query(build.store, bare, build.mint, given(query))
    assert isinstance(expected, Rows)
    content = (answers / f"{query.name}.json").read_bytes()
    found = parse_query_results(content, format=QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    assert [[shown(cell) for cell in row] for row in found] == [
        [shown(cell) for cell in row] for row in expected.rows
    ]
