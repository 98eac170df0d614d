"""What was published answers as the build does: queries, findings, exports."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode
from typer.testing import CliRunner

from hemicycle.cli.all import app
from hemicycle.errors import QueryError, ReadError
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild, open_build
from hemicycle.publish import publish
from hemicycle.query import NamedQuery, find_query, named_queries, run_query
from hemicycle.remote import Endpoint, EndpointError, OpenEndpoint, addresses, copied, open_endpoint
from hemicycle.remote.sparql_text import drop
from hemicycle.summary import finding_counts, question_statuses, summarise

BUILD = Path(__file__).parents[2] / "graphs"


@pytest.fixture(scope="module")
def build() -> OpenBuild:
    return open_build(BUILD)


@pytest.fixture(scope="module")
def url(start_oxigraph: Callable[[], str], build: OpenBuild) -> str:
    found = start_oxigraph()
    assert publish(build, Endpoint(addresses(found))).is_clean
    return found


@pytest.fixture(scope="module")
def opened(url: str) -> OpenEndpoint:
    return open_endpoint(url)


@pytest.mark.parametrize("named", named_queries(), ids=lambda named: named.name)
def test_named_queries(named: NamedQuery, build: OpenBuild, opened: OpenEndpoint) -> None:
    needed = {p.name: "family/5-8900" for p in named.parameters if p.default is None}
    expected = run_query(build.store, named, build.mint, needed)
    assert run_query(opened.store, named, opened.mint, needed) == expected


def test_quotes_are_cut_from_the_texts_that_were_published(
    build: OpenBuild, opened: OpenEndpoint
) -> None:
    for name in ("accounts-by-service", "accounts-denied", "accounts-mentioned-by"):
        named = find_query(name)
        needed = {p.name: "family/5-8900" for p in named.parameters if p.default is None}
        expected = run_query(build.store, named, build.mint, needed, texts=build.texts)
        assert run_query(opened.store, named, opened.mint, needed, texts=opened.texts) == expected


def test_a_quote_from_a_text_that_was_not_published(build: OpenBuild, opened: OpenEndpoint) -> None:
    nowhere: list[NamedNode | Literal] = [
        opened.mint.thing("text/0123456789abcdef"),
        Literal(1),
        Literal(5),
    ]
    assert opened.texts.quotes([[None, None, None]]) == [None]
    with pytest.raises(ReadError, match="has no characters 1 to 5; publish again"):
        opened.texts.quotes([nowhere])
    with pytest.raises(FileNotFoundError):
        (opened.texts / "0123456789abcdef.txt").read_bytes()
    key = next(build.texts.iterdir()).name
    assert (opened.texts / key).read_bytes() == (build.texts / key).read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?question hc:askedOn ?day }",
        "ASK { ?question hc:askedOn 'never' }",
        "CONSTRUCT { ?s hc:askedOn ?o } WHERE { ?s hc:askedOn ?o }",
        "DESCRIBE <id/question/5-8906>",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } }",
        "SELECT ?f { GRAPH <graph/findings> { ?f a hc:Finding } } ORDER BY ?f",
        "PREFIX g: <https://w3id.org/hemicycle/graph/> SELECT (COUNT(*) AS ?n) { GRAPH g:provenance { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) FROM <graph/findings> { ?s ?p ?o }",
        "PREFIX hc: <https://w3id.org/hemicycle/ns#> SELECT ?q { ?q a hc:WrittenQuestion } ORDER BY ?q",
    ],
)
def test_queries_of_ones_own(text: str, build: OpenBuild, opened: OpenEndpoint) -> None:
    expected = run_query(build.store, text, build.mint)
    assert run_query(opened.store, text, opened.mint) == expected


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { ?s ?p }",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <x:> { ?s ?p ?o } }",
    ],
)
def test_what_is_refused_is_refused_here(text: str, build: OpenBuild, opened: OpenEndpoint) -> None:
    with pytest.raises(QueryError) as here:
        run_query(build.store, text, build.mint)
    with pytest.raises(QueryError, match=r".") as there:
        run_query(opened.store, text, opened.mint)
    assert str(there.value) == str(here.value)


def test_graphs_are_not_looked_through_by_the_thousand(
    opened: OpenEndpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hemicycle.remote.store.MOST_GRAPHS", 3)
    with pytest.raises(QueryError, match="would look into 7 graphs"):
        run_query(opened.store, "SELECT * { GRAPH ?graph { ?s ?p ?o } }", opened.mint)


def test_findings_and_counts(build: OpenBuild, opened: OpenEndpoint) -> None:
    for counted in (finding_counts, summarise, question_statuses):
        assert counted(opened.store, opened.mint) == counted(build.store, build.mint)


def test_the_copy_for_exports_is_the_build(build: OpenBuild, opened: OpenEndpoint) -> None:
    with copied(opened, with_named_graphs=True) as store:
        assert set(store) == set(build.store)
    with copied(opened, with_named_graphs=False) as store:
        assert {quad.triple for quad in store} == {
            quad.triple for quad in build.store if not isinstance(quad.graph_name, NamedNode)
        }


@pytest.mark.parametrize("form", ["nq", "csv"])
def test_exports(form: str, url: str, tmp_path: Path) -> None:
    """One format of all graphs and one of the merge: all are made of the copy tested above."""
    for name, given in (("here", ("--store", str(BUILD))), ("there", ("--endpoint", url))):
        result = CliRunner().invoke(app, ["export", form, *given, "--out", str(tmp_path / name)])
        assert result.exit_code == 0, result.output
    assert list(contents(tmp_path / "there")) == list(contents(tmp_path / "here"))


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        yield "" if file == path else file.name, file.read_bytes()


def test_commands(url: str) -> None:
    for arguments in (["query", "families", "--format", "csv"], ["findings"]):
        here = CliRunner().invoke(app, [*arguments, "--store", str(BUILD)])
        there = CliRunner().invoke(app, [*arguments, "--endpoint", url])
        assert there.exit_code == here.exit_code == 0
        assert there.output == here.output


def test_a_merge_that_is_not_whole_is_not_read(
    oxigraph: str, make_build: Callable[..., OpenBuild], endpoint_at: Callable[..., Endpoint]
) -> None:
    with pytest.raises(EndpointError, match="holds no published graph"):
        open_endpoint(oxigraph)
    build, endpoint = make_build({"page/a": ["5-1 texte"]}), endpoint_at(oxigraph)
    publish(build, endpoint)
    assert open_endpoint(oxigraph).mint.base == build.mint.base
    about = "DELETE WHERE { GRAPH <https://w3id.org/hemicycle/graph/published> { <https://w3id.org/hemicycle/graph/all> ?p ?o } }"
    endpoint.update([about])
    with pytest.raises(EndpointError, match="graph/all is not whole"):
        open_endpoint(oxigraph)


def test_a_copy_of_less_than_was_published_is_refused(
    oxigraph: str, make_build: Callable[..., OpenBuild], endpoint_at: Callable[..., Endpoint]
) -> None:
    build, endpoint = make_build({"page/a": ["5-1 texte"]}), endpoint_at(oxigraph)
    publish(build, endpoint)
    opened = open_endpoint(oxigraph)
    endpoint.update([drop(build.mint.graph("page/a"))])
    with (
        pytest.raises(EndpointError, match=r"gives 0 triples of <.*page/a>, of which 1 were"),
        copied(opened, with_named_graphs=True),
    ):
        pass


def test_two_bases_in_one_store(
    oxigraph: str, make_build: Callable[..., OpenBuild], endpoint_at: Callable[..., Endpoint]
) -> None:
    build, endpoint = make_build({"page/a": ["5-1 texte"]}), endpoint_at(oxigraph)
    other: Any = replace(build, mint=Mint("https://example.org/"))
    publish(build, endpoint)
    publish(other, endpoint)
    assert open_endpoint(oxigraph).mint.base == "https://w3id.org/hemicycle/"
    assert open_endpoint(oxigraph, "https://example.org/").mint.base == "https://example.org/"
    assert publish(build, endpoint).sent == ()


def test_a_file_for_bulk_loaders_leaves_what_publishing_leaves(
    oxigraph: str, tmp_path: Path, build: OpenBuild, endpoint_at: Callable[..., Endpoint]
) -> None:
    file = tmp_path / "published.nq"
    result = CliRunner().invoke(app, ["publish", str(file), "--store", str(BUILD)])
    assert result.exit_code == 0, result.output
    headers = {"Content-Type": "application/n-quads"}
    url = f"{oxigraph.removesuffix('/query')}/store"
    assert requests.post(url, data=file.read_bytes(), headers=headers, timeout=300).ok
    report = publish(build, endpoint_at(oxigraph))
    assert (report.sent, report.dropped, report.kept) == ((), (), 10)
