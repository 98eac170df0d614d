"""YASGUI's own words, which are English, are those of the page's language."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

Visiting = Callable[..., Any]


def test_the_editor_speaks_the_language_of_the_page(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/nl/sparql-editor")
    page.locator(".yasqe_queryButton").click()
    header = page.locator(".tabPanel.active .yasr_header")
    expect(header).to_contain_text("Tabel")
    expect(header).to_contain_text("Eenvoudige weergave")
    expect(header).not_to_contain_text("Simple view")
    expect(header).to_contain_text(re.compile(r"Rijen: 1, in [\d.]+ s"))
    expect(page.locator(".yasr_results .dt-info")).to_have_text("Rijen 1 tot 1 van 1")
    assert page.locator(".tableFilter").get_attribute("placeholder") == "De rijen filteren"
