"""The query page: YASGUI runs a query of ours; without JavaScript a form does."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

Visiting = Callable[..., Any]


def test_a_query_runs_and_shows_its_rows(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/fr/sparql-editor")
    page.locator(".yasqe_queryButton").click()
    rows = page.locator(".yasr_results tbody tr")
    expect(rows).to_have_count(1)
    link = rows.first.locator("a.iri")
    expect(link).to_have_text("https://w3id.org/hemicycle/id/family/5-8900")
    link.hover()
    link.dispatch_event("pointerdown")
    assert link.get_attribute("href") == f"{documents}/id/family/5-8900"


def test_an_example_opens_in_a_tab_of_its_own(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/nl/sparql-editor")
    tabs = page.locator(".tabsList [role=tab]:not(.addTab)")
    before = tabs.count()
    example = page.locator("#examples a[data-example=family-members]")
    title = example.inner_text()
    example.click()
    expect(tabs).to_have_count(before + 1)
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    rows = page.locator(".tabPanel.active .yasr_results tbody tr")
    expect(rows).to_have_count(19)
    expect(tabs.last).to_contain_text(title)


def test_an_address_names_the_query(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/en/sparql-editor?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D")
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    expect(page.locator(".tabPanel.active .yasr_results")).to_contain_text("True")


def test_typing_asks_nobody_else(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/en/sparql-editor")
    page.locator(".tabPanel.active .CodeMirror").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT * { ?s hc:asked")
    expect(page.locator(".tabPanel.active .CodeMirror")).to_contain_text("PREFIX hc:")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("hc:askedOn")


def test_without_javascript_a_form_asks(documents: str, visit: Visiting) -> None:
    page = visit(documents, script=False).go("/fr/sparql-editor?example=families")
    page.locator("select[name=format]").select_option("json")
    page.locator("#plain-editor button").click()
    expect(page.locator("body")).to_contain_text("id/family/5-8900")
