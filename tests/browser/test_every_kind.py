"""Every kind of page: axe-core finds nothing serious, and none is wider than the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

Visiting = Callable[..., Any]

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
NOT_THERE = "/nothing-here"
WITHOUT_THING = (
    *("/", "/questions", "/questions?status=unanswered", "/unanswered", "/families", "/senators"),
    *("/ministers?order=unanswered", "/posts", "/parties", "/services", "/accounts", "/keywords"),
    "/governments",
    *("/search?q=de", "/findings", "/data", "/about", NOT_THERE, "/sparql-editor", "/graph"),
)
WITH_THING = (
    *("question", "family", "person", "post", "party", "service", "account", "concept"),
    *("government", "legislature", "platform", "text", "finding-kind"),
)
WITHOUT_PAGE_OF_ITS_KIND = """
SELECT ?thing WHERE {
  { SELECT ?thing { ?thing a hc:Event } LIMIT 1 }
  UNION { SELECT ?thing { ?thing a hc:Mention } LIMIT 1 }
  UNION { SELECT ?thing { GRAPH ?graph { ?thing a hc:Finding } } LIMIT 1 }
}
"""
"""Things whose page is that of no kind: all that is said of them."""


def _paths(address: str, language: str) -> list[str]:
    """The path of one page of each kind."""
    lines = httpx.get(f"{address}/sitemap-1.xml").text.split("<loc>")[1:]
    paths = [line.partition("</loc>")[0].removeprefix(address) for line in lines]
    ours = [path for path in paths if path.startswith(f"/{language}/")]
    firsts = (
        next((path for path in ours if path.startswith(f"/{language}/{kind}/")), None)
        for kind in WITH_THING
    )
    things = [path for path in firsts if path is not None]
    assert len(things) == len(WITH_THING)
    asked = httpx.get(f"{address}/sparql", params={"query": WITHOUT_PAGE_OF_ITS_KIND}, timeout=300)
    found = [row["thing"]["value"] for row in asked.json()["results"]["bindings"]]
    assert len(found) == 3
    others = [f"/{language}/{iri.partition('/id/')[2]}" for iri in found]
    return [*(f"/{language}{rest}" for rest in WITHOUT_THING), *things, *others]


def _ready(page: Page, path: str) -> None:
    if path.endswith("/sparql-editor"):
        page.locator(".yasqe_queryButton").click()
        expect(page.locator(".yasr_results tbody tr").first).to_be_visible()
    if path.endswith("/graph"):
        expect(page.locator("#legend label").first).to_be_visible()
        page.locator(".as-list a").first.click()
        expect(page.locator("#panel h2")).to_be_visible()


def _problems(page: Page) -> list[str]:
    """What axe-core finds, and a page that is wider than the screen."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    serious = [
        f"{one['id']}: {node['html'][:200]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    width, screen = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    return serious + ([f"{width} wide"] if width > screen else [])


@pytest.mark.parametrize(
    ("scheme", "language", "width"), [("light", "fr", 360), ("dark", "nl", 1280)]
)
def test_every_kind_is_fit_for_all(
    generated: str, visit: Visiting, scheme: str, language: str, width: int
) -> None:
    visiting = visit(generated, scheme=scheme, width=width)
    found = {}
    for path in _paths(generated, language):
        page = visiting.go(path)
        _ready(page, path)
        found[path] = _problems(page)
    assert {path: problems for path, problems in found.items() if problems} == {}
    visiting.problems.remove(f"404 /{language}{NOT_THERE}")
