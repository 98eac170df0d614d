"""What somebody who has never heard of RDF does: looks for words, follows links, compares."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

Visiting = Callable[..., Any]


@pytest.mark.parametrize(
    ("language", "words", "compare"),
    [("fr", "médias", "Comparer les réponses"), ("nl", "sociale", "De antwoorden vergelijken")],
)
def test_from_words_to_the_answers_side_by_side(
    documents: str, visit: Visiting, language: str, words: str, compare: str
) -> None:
    page = visit(documents).go(f"/{language}/")
    page.locator("#home-search").fill(words)
    page.locator("#home-search").press("Enter")
    page.locator(".results a[href*='/question/5-8906']").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == language
    page.get_by_role("link", name=compare).click()
    expect(page).to_have_url(f"{documents}/{language}/family/5-8900")
    assert page.locator(".side-by-side").first.locator("> *").count() >= 2


def test_an_accent_makes_no_difference(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/fr/search?q=médias")
    with_accent = page.locator(".results").inner_text()
    page.goto(f"{documents}/fr/search?q=medias")
    assert page.locator(".results").inner_text() == with_accent


def test_the_language_changes_and_the_page_stays(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/fr/question/5-8906")
    page.locator(".languages a[hreflang=nl]").click()
    expect(page).to_have_url(f"{documents}/nl/question/5-8906")


def test_the_first_key_leads_to_the_content(documents: str, visit: Visiting) -> None:
    page = visit(documents).go("/fr/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
