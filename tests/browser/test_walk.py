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


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_from_the_first_page_to_what_a_minister_never_answered(
    generated: str, visit: Visiting, language: str
) -> None:
    page = visit(generated).go(f"/{language}/")
    page.locator("main a[href$='/ministers?order=unanswered']").click()
    expect(page).to_have_url(f"{generated}/{language}/ministers?order=unanswered")
    first = page.locator("main tbody tr").first
    count = first.locator(".with-bar a").inner_text()
    name = first.locator("th a").inner_text()
    first.locator("th a").click()
    expect(page.locator("h1")).to_have_text(name)
    figure = page.locator(".figures a[href*='status=unanswered'][href*='minister=']")
    expect(figure).to_have_text(count)
    figure.click()
    expect(page.locator(".found strong")).to_contain_text(count)
    assert page.locator("#questions tbody tr").count() == min(int(count), 50)
    for answered in ("Réponse donnée", "Beantwoord"):
        expect(page.locator("#questions tbody .state", has_text=answered)).to_have_count(0)
