"""Texts that try to be markup: pages show them, and no more."""

from pathlib import Path
from shutil import copy

import msgspec
import pytest
from lxml import html
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store
from typer.testing import CliRunner

from hemicycle.cli.all import app
from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.site import Site
from hemicycle.site.static_export import export_site

GRAPHS = Path(__file__).parents[2] / "graphs"
EVIL = '</title></script><script>alert(1)</script><img src=x onerror="a()">{{ 7 * 7 }}\'"&amp;'
KEY = "0123456789abcdef"
TEXT = f"Question 9-1: {EVIL}\n\nEnd."


def term(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def hostile_quads(mint: Mint) -> list[Quad]:
    question, answer = mint.thing("question/9-1"), mint.thing("answer/9-1")
    text, mention = mint.thing(f"text/{KEY}"), mint.thing(f"mention/{KEY}-14-20-account")
    account, event = mint.thing("account/x"), mint.thing("event/9-1-x")
    person, concept = mint.thing("person/evil"), mint.thing("concept/fr-evil")
    said: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (question, "rdf:type", term("hc:WrittenQuestion")),
        (question, "dcterms:identifier", Literal("9-1")),
        (question, "dcterms:title", Literal(EVIL, language="fr")),
        (question, "schema:text", Literal(TEXT, language="fr")),
        (question, "hc:printedAddressee", Literal(EVIL, language="nl")),
        (question, "hc:askedBy", person),
        (question, "hc:askedOn", Literal("2013-04-30", datatype=term("xsd:date"))),
        (question, "hc:status", mint.thing("status/answered")),
        (question, "dcterms:subject", concept),
        (question, "hc:event", event),
        (question, "prov:wasDerivedFrom", text),
        (event, "dcterms:date", Literal("2013-04-30", datatype=term("xsd:date"))),
        (event, "hc:printedLabel", Literal(EVIL)),
        (answer, "hc:answers", question),
        (answer, "schema:text", Literal(TEXT, language="fr")),
        (person, "rdf:type", term("foaf:Person")),
        (person, "foaf:name", Literal(EVIL)),
        (concept, "rdf:type", term("skos:Concept")),
        (concept, "skos:prefLabel", Literal(EVIL, language="fr")),
        (account, "rdf:type", term("foaf:OnlineAccount")),
        (account, "foaf:accountName", Literal(EVIL)),
        (account, "foaf:page", NamedNode("javascript:alert(1)")),
        (mention, "hc:mentionKind", Literal("account")),
        (mention, "hc:body", account),
        (mention, "hc:source", text),
        (mention, "hc:start", Literal(14)),
        (mention, "hc:end", Literal(20)),
        (mention, "hc:exact", Literal(EVIL[:6])),
    ]
    page, provenance = mint.graph(f"page/{KEY}"), mint.graph("provenance")
    quads = [Quad(s, term(p), o, graph) for s, p, o in said for graph in (page, DefaultGraph())]
    return [
        *quads,
        Quad(text, term("rdf:type"), term("hc:PageText"), provenance),
        Quad(text, term("hc:fileName"), Literal(EVIL), provenance),
        Quad(text, term("dcterms:source"), NamedNode("javascript:alert(1)"), provenance),
    ]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    folder = tmp_path_factory.mktemp("build")
    (folder / "texts").mkdir()
    (folder / "texts" / f"{KEY}.txt").write_text(TEXT, encoding="utf-8")
    copy(GRAPHS / "catalog.ttl", folder)
    store, mint = Store(), Mint()
    store.extend(hostile_quads(mint))
    return OpenBuild(folder, store, mint)


PATHS = (
    "/fr/question/9-1", f"/nl/text/{KEY}", "/en/person/evil", "/fr/concept/fr-evil",
    "/fr/account/x", "/fr/questions", "/fr/senators", "/fr/keywords", "/fr/accounts", "/fr/",
    "/fr/event/9-1-x",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_texts_stay_texts(build: OpenBuild, path: str) -> None:
    page = Site.open(build).page(path, {})
    assert page is not None
    document = html.document_fromstring(page.html)
    assert not document.xpath("//img | //@onerror")
    assert {each.get("type") for each in document.xpath("//script")} <= {"application/ld+json"}
    assert not [link for link in document.xpath("//@href") if link.lower().startswith("javascript")]
    assert "49" not in document.xpath("string(//title)")


def test_words_of_a_text_are_shown_as_they_are(build: OpenBuild) -> None:
    page = Site.open(build).page("/fr/question/9-1", {})
    assert page is not None
    document = html.document_fromstring(page.html)
    assert document.xpath("//h1")[0].text_content() == EVIL
    assert document.xpath("//div[@class='prose']")[0].text_content().strip() == (
        f"Question 9-1: {EVIL}\nEnd."
    )
    assert [each.text_content() for each in document.xpath("//mark")] == [EVIL[:6]] * 2


def test_a_search_without_index_says_so(build: OpenBuild) -> None:
    page = Site.open(build).page("/en/search", {"q": EVIL})
    assert page is not None
    assert "has no index of words" in page.html
    assert "<img" not in page.html


def test_a_build_without_catalogue_says_so(build: OpenBuild, tmp_path: Path) -> None:
    page = Site.open(OpenBuild(tmp_path, build.store, build.mint)).page("/en/data", {})
    assert page is not None
    assert "without a catalogue of its files" in page.html
    assert "/dumps/catalog.ttl" not in page.html


def read_files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_same_files_twice_and_every_link_in_them_leads_to_one(
    build: OpenBuild, tmp_path: Path
) -> None:
    first = export_site(build, tmp_path / "one")
    export_site(build, tmp_path / "two")
    assert export_site(build, tmp_path / "one") == first
    files = read_files(tmp_path / "one")
    assert files == read_files(tmp_path / "two")
    assert "fr/question/9-1/index.html" in files
    for name, data in files.items():
        if not name.endswith("index.html"):
            continue
        for link in html.document_fromstring(data.decode()).xpath("//a/@href | //link/@href"):
            if "://" in link or link.startswith("#"):
                continue
            target = (tmp_path / "one" / name).parent / link.partition("#")[0]
            found = target / "index.html" if link.partition("#")[0].endswith("/") else target
            assert found.is_file(), (name, link)


def test_the_networks_among_plain_files_lead_to_pages(build: OpenBuild, tmp_path: Path) -> None:
    export_site(build, tmp_path / "one")
    page = tmp_path / "one/nl/graph/full"
    document = html.document_fromstring((page / "index.html").read_text(encoding="utf-8"))
    assert (page / document.xpath("//a[@download]/@href")[0]).is_file()
    drawn = msgspec.json.decode((page / "../../../graph/full.nl.json").read_bytes())
    pages = [node["attributes"].get("page") for node in drawn["graph"]["nodes"]]
    assert "../../../nl/question/9-1/" in pages
    assert all((page / each / "index.html").is_file() for each in pages if each)


def test_links_begin_with_an_address_that_is_given(build: OpenBuild, tmp_path: Path) -> None:
    export_site(build, tmp_path / "site", base_url="https://example.org/senate/")
    page = (tmp_path / "site/nl/question/9-1/index.html").read_text(encoding="utf-8")
    links = html.document_fromstring(page).xpath("//a[@hreflang]/@href")
    assert links == [
        f"https://example.org/senate/{language}/question/9-1/" for language in ("fr", "nl", "en")
    ]
    listed = (tmp_path / "site/sitemap.txt").read_text(encoding="ascii").splitlines()
    assert "https://example.org/senate/fr/question/9-1/" in listed


def test_the_command_refuses_a_folder_of_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    arguments = ["export", "site", "--store", str(GRAPHS), "--out", str(tmp_path)]
    assert isinstance(CliRunner().invoke(app, arguments).exception, ExportError)


def test_other_files_are_not_replaced(build: OpenBuild, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="no site that hemicycle wrote"):
        export_site(build, tmp_path)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"
