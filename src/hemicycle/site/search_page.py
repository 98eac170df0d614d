"""Words and filters to a page of the questions whose texts have them, each with its snippets."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from hemicycle.errors import HemicycleError, QueryError
from hemicycle.search import Filters, Hit, find_words
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.facts import text_in
from hemicycle.site.overview import overview
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.words import words_of

ON_A_PAGE = 20
MOST = 200
"""How many texts one search looks at; more are said to be there, not counted."""

LONGEST = 300
"""How many characters of a query are read."""

_MARKED = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[1-9]\d?-[1-9]\d{0,5}")
_FILTERS = ("minister", "asker", "party", "year", "status", "language")


class SnippetPiece(Struct, frozen=True):
    """Some words of a snippet, those that were sought or others."""

    text: str
    is_found: bool


class Snippet(Struct, frozen=True):
    """Where words stand: `field` is `question`, `answer`, `answer-2` …"""

    field: str
    language: str
    pieces: tuple[SnippetPiece, ...]


class Found(Struct, frozen=True):
    """One question with its snippets, the best first."""

    node: Node
    title: str | None
    title_language: str | None
    asked_on: str | None
    asker: str | None
    party: str | None
    status: str | None
    snippets: tuple[Snippet, ...]


class Results(Struct, frozen=True):
    """One page of what was found; `has_more` that there is more than was looked at."""

    found: tuple[Found, ...]
    paging: Paging
    has_more: bool
    problem: str | None = None
    exact: Node | None = None


def search_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The search: a form, and what is found where words are given."""
    if reference:
        return None
    query = parameters.get("q", "")[:LONGEST].strip()
    chosen = {name: parameters[name] for name in _FILTERS if parameters.get(name)}
    results = search(site, query, chosen, language, parameters) if query else None
    words = words_of(language)
    return site.render(
        "search.html",
        language,
        path="search",
        title=f"{words.search.title}: {query}" if query else words.search.title,
        query=query,
        chosen=chosen,
        results=results,
        years=sorted({line.year for line in site.once(overview).lines if line.year}, reverse=True),
    )


def search(
    site: SiteData,
    query: str,
    chosen: Mapping[str, str],
    language: str,
    parameters: Mapping[str, str],
) -> Results:
    """What the index has for some words; a problem instead where it cannot be asked."""
    nothing = paging(0, 1, ON_A_PAGE)
    exact = _question(site, query, language)
    filters = Filters(**{name: chosen[name] for name in _FILTERS if name in chosen})
    try:
        hits = find_words(site.index, query, filters, MOST + 1)
    except QueryError:
        return Results((), nothing, False, "no_words", exact)
    except HemicycleError:
        return Results((), nothing, False, "no_index", exact)
    groups = list(_by_question(hits[:MOST]).values())
    pages = paging(len(groups), page_number(parameters), ON_A_PAGE)
    sought = [_fold(word) for word in _WORD.findall(query)]
    found = tuple(
        _found(site, group, sought, language) for group in groups[pages.start : pages.end]
    )
    return Results(found, pages, len(hits) > MOST, None, exact)


def _question(site: SiteData, query: str, language: str) -> Node | None:
    """The question whose number was typed."""
    if not _NUMBER.fullmatch(query) or not site.is_known(f"question/{query}"):
        return None
    return site.node(site.mint.thing(f"question/{query}").value, language)


def _by_question(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.question, []).append(hit)
    return found


def _found(site: SiteData, hits: Sequence[Hit], sought: Sequence[str], language: str) -> Found:
    best = hits[0]
    thing = site.mint.thing(f"question/{best.question}")
    title = text_in(site, thing, "dcterms:title", language)
    own = [hit for hit in hits if hit.language == language] or hits
    return Found(
        node=site.node(thing.value, language),
        title=None if title is None else title.value,
        title_language=None if title is None else title.language,
        asked_on=best.asked_on,
        asker=best.asker,
        party=best.party,
        status=best.status,
        snippets=tuple(Snippet(hit.field, hit.language, _pieces(hit, sought)) for hit in own[:2]),
    )


def _pieces(hit: Hit, sought: Sequence[str]) -> tuple[SnippetPiece, ...]:
    """A snippet cut at its square brackets, where these hold a word that was sought."""
    snippet = " ".join(hit.snippet.split())
    pieces: list[SnippetPiece] = []
    start = 0
    for mark in _MARKED.finditer(snippet):
        if not any(_fold(mark.group(1)).startswith(word) for word in sought):
            continue
        pieces.append(SnippetPiece(snippet[start : mark.start()], False))
        pieces.append(SnippetPiece(mark.group(1), True))
        start = mark.end()
    pieces.append(SnippetPiece(snippet[start:], False))
    return tuple(piece for piece in pieces if piece.text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
