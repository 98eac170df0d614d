"""The findings of a build to their pages: all kinds, one kind's words, the places of words."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.facts import text_in
from hemicycle.site.finding_index import finding_counts
from hemicycle.site.finding_places import FindingPlace, all_with, finding_place, some_with
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.words import words_of

ON_A_PAGE = 50
SHOWN = 3
"""How many places a list of words shows of each."""


class FindingKind(Struct, frozen=True):
    """A kind of findings: its code, what it is called, what it means, how many there are."""

    code: str
    label: str
    definition: str | None
    findings: int


class FindingWords(Struct, frozen=True):
    """Words that findings of a kind share, how many do, and the first of them."""

    words: str
    findings: int
    places: tuple[FindingPlace, ...]


class Findings(Struct, frozen=True, kw_only=True):
    """What the page says: every kind, then the words of the one chosen, or the places of words."""

    kinds: tuple[FindingKind, ...]
    total: int
    kind: FindingKind | None
    words: str | None
    lines: tuple[FindingWords, ...]
    places: tuple[FindingPlace, ...]
    paging: Paging | None


def findings_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of findings; the parameters `kind`, `words` and `page` choose among them.

    None for a kind that no finding has.
    """
    kinds = finding_kinds(site, language)
    chosen = parameters.get("kind")
    kind = next((each for each in kinds if each.code == chosen), None)
    if reference or (chosen and kind is None):
        return None
    found = findings_of(site, kinds, kind, language, parameters)
    title = words_of(language).findings.title
    heading = title if kind is None else kind.label
    return site.render("findings.html", language, path="findings", title=heading, findings=found)


def findings_of(
    site: SiteData,
    kinds: tuple[FindingKind, ...],
    kind: FindingKind | None,
    language: str,
    parameters: Mapping[str, str],
) -> Findings:
    """What the page of findings says; `kind` is the one chosen."""
    words = parameters.get("words") if kind else None
    lines: tuple[FindingWords, ...] = ()
    places: tuple[FindingPlace, ...] = ()
    pages = None
    if kind and words:
        places, pages = _places_page(site, kind, words, language, parameters)
    elif kind:
        lines, pages = _lines_page(site, kind, language, parameters)
    return Findings(
        kinds=kinds,
        total=sum(each.findings for each in kinds),
        kind=kind,
        words=words or None,
        lines=lines,
        places=places,
        paging=pages,
    )


def finding_kinds(site: SiteData, language: str) -> tuple[FindingKind, ...]:
    """The kinds of the findings of a build, the most frequent first."""
    found = []
    for kind, counts in site.once(finding_counts).items():
        node = site.mint.thing(f"finding-kind/{kind}")
        definition = text_in(site, node, "skos:definition", language)
        found.append(
            FindingKind(
                code=kind,
                label=site.node(node.value, language).label,
                definition=None if definition is None else definition.value,
                findings=sum(counts.values()),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.findings, each.code)))


def _lines_page(
    site: SiteData, kind: FindingKind, language: str, parameters: Mapping[str, str]
) -> tuple[tuple[FindingWords, ...], Paging]:
    counts = site.once(finding_counts)[kind.code]
    ordered = sorted(counts, key=lambda words: (-counts[words], words))
    pages = paging(len(ordered), page_number(parameters), ON_A_PAGE)
    lines = []
    for words in ordered[pages.start : pages.end]:
        first = some_with(site, kind.code, words)[:SHOWN]
        shown = tuple(finding_place(site, each, language, with_quote=False) for each in first)
        lines.append(FindingWords(words, counts[words], shown))
    return tuple(lines), pages


def _places_page(
    site: SiteData,
    kind: FindingKind,
    words: str,
    language: str,
    parameters: Mapping[str, str],
) -> tuple[tuple[FindingPlace, ...], Paging]:
    found = all_with(site, kind.code, words)
    pages = paging(len(found), page_number(parameters), ON_A_PAGE)
    shown = found[pages.start : pages.end]
    return tuple(finding_place(site, each, language, with_quote=True) for each in shown), pages
