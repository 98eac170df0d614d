"""The explorer: search, neighbourhood, legend, years, links, and the same as a list."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

Visiting = Callable[..., Any]


def _neighbours(page: Page) -> set[str]:
    return set(page.locator("#panel .neighbours button").all_inner_texts())


def _ready(page: Page) -> Page:
    expect(page.locator("#legend label").first).to_be_visible()
    return page


def test_search_without_accents_shows_a_neighbourhood(documents: str, visit: Visiting) -> None:
    page = _ready(visit(documents).go("/fr/graph?projection=full"))
    page.locator("#find").fill("SECURITE sociale")
    page.locator("#found button", has_text="SPF Sécurité sociale").first.click()
    expect(page.locator("#panel h2")).to_have_text("SPF Sécurité sociale")
    assert "5-8906" in _neighbours(page)
    page.locator("#panel .neighbours button", has_text="5-8906").first.click()
    expect(page.locator("#panel h2")).to_have_text("5-8906")
    assert page.evaluate("document.activeElement.id") == "panel-heading"
    expect(page.locator("#say")).to_contain_text("5-8906")
    assert page.url.endswith("#question/5-8906")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("SPF Sécurité sociale")
    page.locator("#panel a.button").click()
    expect(page).to_have_url(f"{documents}/fr/service/spf-securite-sociale")


def test_a_click_takes_the_large_node_and_not_what_lies_below(
    documents: str, visit: Visiting
) -> None:
    page = _ready(visit(documents).go("/fr/graph?projection=full"))
    order = page.evaluate("window.explorer.graph.mapNodes((node, { size }) => size)")
    assert order == sorted(order)
    place = page.evaluate(
        """() => {
          const { graph, drawing } = window.explorer;
          const degree = (node) => graph.getNodeAttribute(node, "degree");
          const node = graph.nodes().reduce((a, b) => (degree(a) < degree(b) ? b : a));
          const at = drawing.sigma.graphToViewport(graph.getNodeAttributes(node));
          return { label: graph.getNodeAttribute(node, "label"), x: at.x, y: at.y };
        }"""
    )
    page.locator("#picture").click(position={"x": place["x"], "y": place["y"]})
    expect(page.locator("#panel h2")).to_have_text(place["label"])


def test_a_deep_link_opens_the_panel(documents: str, visit: Visiting) -> None:
    page = _ready(visit(documents).go("/nl/graph?projection=full#question/5-8910"))
    expect(page.locator("#panel h2")).to_have_text("5-8910")
    page.locator("#panel button", has_text="Alleen de buurt").click()
    expect(page.locator("h2#around")).to_contain_text("5-8910")
    expect(page.locator("#panel h2")).to_have_text("5-8910")


def test_legend_and_years_hide_nodes_and_the_download_is_what_is_shown(
    documents: str, visit: Visiting
) -> None:
    page = _ready(visit(documents).go("/en/graph?projection=full"))
    page.locator("#legend input[value=account]").uncheck()
    page.locator("#last-year").fill(page.locator("#last-year").get_attribute("min") or "")
    shown = page.evaluate(
        "window.explorer.graph.filterNodes(n => !window.explorer.state.shown.hidden.has(n))"
    )
    address = page.locator("#gexf").get_attribute("href") or ""
    asked = parse_qs(urlsplit(address).query)
    assert asked["without"] == ["account"]
    assert asked["lang"] == ["en"]
    gexf = page.request.get(address).text()
    base = 'id="https://w3id.org/hemicycle/id/'
    in_file = {part.partition('"')[0] for part in gexf.split(f"<node {base}")[1:]}
    assert in_file == set(shown)
    assert not any(node.startswith("account/") for node in shown)


def test_all_works_with_the_keyboard(documents: str, visit: Visiting) -> None:
    page = _ready(visit(documents).go("/fr/graph?projection=full"))
    page.locator("#find").focus()
    page.keyboard.type("taelman")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Martine Taelman")
    page.locator("#picture").focus()
    before = page.evaluate("window.explorer.drawing.sigma.getCamera().getState().ratio")
    page.keyboard.press("+")
    page.wait_for_function(
        "before => window.explorer.drawing.sigma.getCamera().getState().ratio < before", arg=before
    )
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_without_javascript_a_list_says_the_same(documents: str, visit: Visiting) -> None:
    page = visit(documents, script=False).go("/fr/graph?projection=full")
    page.locator(".as-list a", has_text="SPF Sécurité sociale").first.click()
    around = page.locator("section[aria-labelledby=around]")
    expect(around.locator("tbody")).to_contain_text("5-8906")


def test_what_had_no_room_comes_with_a_click(generated: str, visit: Visiting) -> None:
    page = _ready(visit(generated).go("/en/graph?projection=full&most=40"))
    expect(page.locator("#say")).to_contain_text("no room")
    before = page.evaluate("window.explorer.graph.order")
    page.locator(".as-list a[data-node]").first.click()
    expect(page.locator("#panel h2")).to_be_visible()
    assert page.evaluate("window.explorer.graph.order") > before
    around = page.evaluate("window.explorer.state.around.size")
    address = page.locator("#gexf").get_attribute("href") or ""
    assert parse_qs(urlsplit(address).query)["more"]
    assert around > 0
