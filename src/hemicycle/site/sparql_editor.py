"""The page where people write queries, with examples: with JavaScript YASGUI, else a form."""

import json
from collections.abc import Mapping

from msgspec import Struct, to_builtins

from hemicycle.assets import asset
from hemicycle.namespaces import PREFIXES
from hemicycle.site.bundles import has_bundle
from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.editor_examples import Example, examples
from hemicycle.site.words import words_of

FIRST = "families"
"""The query that stands in the editor at first."""

_VERSION = 1
"""Counts up when what browsers keep of the editor is of no more use."""


class EditorFacts(Struct, frozen=True):
    """What the script of the page reads of it; `yasgui` has words for YASGUI's English ones."""

    base: str
    version: int
    prefixes: dict[str, str]
    terms: tuple[str, ...]
    examples: dict[str, str]
    words: dict[str, str]
    yasgui: dict[str, str]


def editor_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The editor; `example` names the query in it, `query` gives it outright."""
    if reference:
        return None
    offered = examples(site, language)
    chosen = {each.name: each for each in offered}.get(parameters.get("example", FIRST))
    title = words_of(language).editor.title
    return site.render(
        "sparql-editor.html",
        language,
        path="sparql-editor",
        title=title,
        examples=offered,
        query=parameters.get("query") or (chosen or offered[0]).text,
        shown=title if parameters.get("query") or chosen is None else chosen.title,
        is_bundled=has_bundle("editor.js"),
        facts=to_builtins(_facts(site, language, offered)),
    )


def _facts(site: SiteData, language: str, offered: tuple[Example, ...]) -> EditorFacts:
    words = vars(words_of(language).editor)
    names = (
        "tab",
        "run",
        "share",
        "settings",
        "add",
        "close",
        "help",
        "filter",
        "query",
        "page_size",
    )
    return EditorFacts(
        base=site.mint.base,
        version=_VERSION,
        prefixes=PREFIXES,
        terms=site.once(_terms),
        examples={each.name: each.text for each in offered},
        words={name: words[name] for name in names},
        yasgui=vars(words_of(language).yasgui),
    )


def _terms(site: SiteData) -> tuple[str, ...]:
    """The classes and properties that the graph has, as IRIs: those of our JSON-LD context."""
    context = json.loads(asset("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
    values = (each.get("@id") if isinstance(each, dict) else each for each in context.values())
    named = (str(value).partition(":") for value in values if isinstance(value, str))
    found = {PREFIXES[prefix] + local for prefix, _, local in named if prefix in PREFIXES and local}
    return tuple(sorted(found))
