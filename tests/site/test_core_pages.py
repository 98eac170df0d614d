"""The pages of the two real documents: what they say, where they lead, that they are well formed."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from lxml import etree, html

from hemicycle.assets import asset
from hemicycle.opened import open_build
from hemicycle.site import Site

GRAPHS = Path(__file__).parents[2] / "graphs"
PAGES = Path(__file__).parent / "pages"
GOLDEN = {
    "home.en.txt": ("/en/", {}),
    "question-5-8906.fr.txt": ("/fr/question/5-8906", {}),
    "question-5-8910.nl.txt": ("/nl/question/5-8910", {}),
    "question-5-8900.en.txt": ("/en/question/5-8900", {}),
    "family-5-8900.en.txt": ("/en/family/5-8900", {}),
    "questions.nl.txt": ("/nl/questions", {"status": "answered"}),
    "families.fr.txt": ("/fr/families", {}),
    "questions-unread.en.txt": ("/en/questions", {"status": "unread", "legislature": "5"}),
    "senators.fr.txt": ("/fr/senators", {}),
    "accounts.en.txt": ("/en/accounts", {}),
    "keywords.nl.txt": ("/nl/keywords", {"order": "name"}),
    "services.fr.txt": ("/fr/services", {}),
    "governments.nl.txt": ("/nl/governments", {}),
    "search.fr.txt": ("/fr/search", {"q": "securite sociale"}),
}
OF_THE_SERVER = ("sparql-editor", "graph")
"""Pages that the server makes: the site links to them."""


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.open(open_build(GRAPHS))


def page_text(site: Site, path: str, parameters: dict[str, str] | None = None) -> str:
    page = site.page(path, parameters or {})
    assert page is not None, path
    return page.html


_SHOWN = ("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "summary", "option")


_OF_ALL_PAGES = ("incoming", "downloads")


def outline(text: str) -> str:
    """Headings, facts, rows and the beginnings of paragraphs, a line each."""
    (main,) = html.document_fromstring(text).findall(".//main")
    return "".join(f"{line}\n" for line in _lines(main))


def _lines(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in _SHOWN and not (element.tag == "li" and element.findall("./p")):
        yield f"{element.tag:<8}{_short(element)}"
        return
    if element.tag == "tr":
        yield "tr      " + " | ".join(_short(cell) for cell in element)
        return
    for child in element:
        if child.get("class") not in _OF_ALL_PAGES:
            yield from _lines(child)


def _short(element: html.HtmlElement) -> str:
    words = " ".join(element.text_content().split())
    return words if len(words) <= 90 else f"{words[:89]}…"


@pytest.mark.parametrize("name", GOLDEN)
def test_what_a_page_says(site: Site, name: str) -> None:
    path, parameters = GOLDEN[name]
    expected = (PAGES / name).read_text(encoding="utf-8")
    assert outline(page_text(site, path, parameters)) == expected


def check_form(text: str, path: str) -> html.HtmlElement:
    parser = etree.HTMLParser()
    etree.fromstring(text.encode(), parser)
    unknown = etree.ErrorTypes.HTML_UNKNOWN_TAG  # libxml2 knows the tags of HTML 4 alone
    problems = [each for each in parser.error_log if each.type != unknown]
    assert not problems, (path, problems[:3])
    document = html.document_fromstring(text)
    assert len(document.findall(".//h1")) == 1, path
    assert not document.xpath("//@style | //style | //@onclick"), path
    assert not document.xpath("//script[not(@src) and @type!='application/ld+json']"), path
    return document


def leads_nowhere(site: Site, address: str, known: dict[str, bool]) -> bool:
    parts = urlsplit(address)
    path = unquote(parts.path)
    if address not in known:
        known[address] = not _is_there(site, path, dict(parse_qsl(parts.query)))
    return known[address]


def _is_there(site: Site, path: str, parameters: dict[str, str]) -> bool:
    if path.startswith("/static/"):
        return Path(asset(f"site{path}")).is_file()
    if path.startswith("/doc/"):
        return site.data.is_known(path.removeprefix("/doc/").rpartition(".")[0])
    if path.startswith(("/dumps/", "/ns", "/sparql", "/void", "/sitemap", "/.well-known/")):
        return True
    if path.split("/")[2] in OF_THE_SERVER:
        return True
    return site.page(path, parameters) is not None


CRAWLED = ("fr", 1), ("nl", 25), ("en", 25)
"""In French every page is looked at, in the other languages some of them."""


def crawled(site: Site) -> list[str]:
    paths = list(site.addresses())
    return [
        path
        for language, step in CRAWLED
        for path in [each for each in paths if each.startswith(f"/{language}/")][::step]
    ]


def test_every_page_is_well_formed_and_leads_to_pages(site: Site) -> None:
    paths = crawled(site)
    known = dict.fromkeys(site.addresses(), False)
    for path in paths:
        document = check_form(page_text(site, path), path)
        for link in document.xpath("//a/@href | //link/@href"):
            if link.startswith("/"):
                target = link.partition("#")[0]
                assert not leads_nowhere(site, target, known), (path, link)
            elif link.startswith("#"):
                assert document.get_element_by_id(link[1:], None) is not None, (path, link)
            else:
                assert link.startswith(("http://", "https://", "?")), (path, link)


def test_links_into_a_question_have_their_place(site: Site) -> None:
    text = page_text(site, "/fr/question/5-8906")
    ids = set(html.document_fromstring(text).xpath("//@id"))
    mints = site.data
    for thing in ("answer/5-8906", "answer-section/5-8906-2", "question-part/5-8906-3"):
        address = mints.node(mints.mint.thing(thing).value, "fr").address
        assert address is not None
        path, _, place = address.partition("#")
        assert path == "/fr/question/5-8906"
        assert place in ids


def test_words_of_the_page_stand_where_facts_say(site: Site) -> None:
    facts = html.document_fromstring(page_text(site, "/fr/question/5-8906"))
    links = facts.xpath("//a[q]")
    assert links
    for link in links:
        path, _, place = link.get("href").partition("#")
        page = html.document_fromstring(page_text(site, path))
        mark = page.get_element_by_id(place)
        assert link.text_content().rstrip(".")[:40] in mark.text_content() + (mark.tail or "")


def test_the_same_bytes_from_two_openings(site: Site) -> None:
    again = Site.open(open_build(GRAPHS))
    for path in ("/fr/", "/nl/question/5-8910", "/en/family/5-8900", "/fr/senators"):
        assert page_text(site, path) == page_text(again, path)


@pytest.mark.parametrize(
    "path",
    ["/", "/fr", "/de/", "/fr/question/", "/fr/question/9-1", "/fr/nothing", "/fr/text/../x"],
)
def test_there_is_no_such_page(site: Site, path: str) -> None:
    assert site.page(path, {}) is None
    page = site.not_found("nl", "/nl/<b>")
    assert "<b>" not in page.html
    assert "Deze pagina bestaat niet" in page.html


def test_csv_has_what_filters_choose(site: Site) -> None:
    page = site.page("/en/questions.csv", {"status": "answered", "minister": "laurette-onkelinx"})
    assert page is not None
    assert (page.media_type, page.file_name) == ("text/csv; charset=utf-8", "questions.csv")
    post = (
        "vice-première ministre et ministre des Affaires sociales et de la Santé publique, "
        "chargée de Beliris et des Institutions culturelles fédérales"
    )
    title = (
        "Services publics fédéraux - Communication avec les citoyens - Recours aux médias sociaux"
    )
    head, row = page.html.splitlines()
    assert head.startswith("number,iri,asked_on,asker,party,post,minister,status,answered_on,days,")
    assert row == (
        "5-8906,https://w3id.org/hemicycle/id/question/5-8906,2013-04-30,Martine Taelman,Open Vld,"
        f'"{post}",Laurette Onkelinx,answered,2014-01-30,275,nl,{title},,'
    )


def test_a_search_marks_words_and_no_other_brackets(site: Site) -> None:
    text = page_text(site, "/fr/search", {"q": "réseaux"})
    found = html.document_fromstring(text).xpath("//p[@class='snippet']//mark/text()")
    assert set(map(str.lower, found)) == {"réseaux"}


@pytest.mark.parametrize("query", ['"', "*", "((", "a" * 5000, "NEAR(", "\x00", "'; --", "-"])
def test_no_query_breaks_the_search(site: Site, query: str) -> None:
    check_form(page_text(site, "/en/search", {"q": query, "year": "x", "page": "-3"}), query)


@pytest.mark.parametrize("value", ["", "x", "<script>", "../..", "\x00", "9" * 400, "é%"])
def test_no_filter_breaks_a_list(site: Site, value: str) -> None:
    names = ("year", "legislature", "party", "minister", "post", "asker", "status", "keyword")
    for name in (*names, "page", "order"):
        for path in ("/fr/questions", "/nl/families", "/en/senators"):
            assert "<script>" not in page_text(site, path, {name: value})


def test_another_language_shows_what_was_asked_for(site: Site) -> None:
    text = page_text(site, "/fr/questions", {"status": "answered", "party": "open-vld"})
    (link,) = html.document_fromstring(text).xpath("//nav[@class='languages']//a[@lang='nl']/@href")
    assert link == "/nl/questions?status=answered&party=open-vld"
    text = page_text(site, "/fr/questions")
    assert 'href="/nl/questions" hreflang="nl" lang="nl"' in text


def test_those_who_never_answered_are_found_from_the_first_page(site: Site) -> None:
    document = html.document_fromstring(page_text(site, "/en/"))
    assert document.xpath("//a[@href='/en/unanswered']")
    text = page_text(site, "/en/ministers", {"order": "unanswered"})
    (chosen,) = html.document_fromstring(text).xpath("//th[@aria-sort]")
    assert (chosen.text_content(), chosen.get("aria-sort")) == ("No answer", "descending")


@pytest.mark.parametrize(
    ("path", "towards"),
    [
        ("/fr/question/5-8906", "/fr/graph?projection=full&around=question%2F5-8906"),
        ("/fr/person/martine-taelman",
         "/fr/graph?projection=senator-minister&around=person%2Fmartine-taelman"),
        ("/fr/platform/twitter",
         "/fr/graph?projection=service-platform-account&around=platform%2Ftwitter"),
    ],
)  # fmt: skip
def test_a_thing_leads_into_the_graph(site: Site, path: str, towards: str) -> None:
    document = html.document_fromstring(page_text(site, path))
    assert document.xpath("//p[@class='tools']/a/@href") == [towards]
