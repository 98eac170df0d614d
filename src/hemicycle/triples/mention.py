"""Mentions to triples: one flat node for every printed fact."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from pyoxigraph import NamedNode

from hemicycle.links import Attribution, Linked, Mention
from hemicycle.mint import Mint
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple

PART_KINDS = frozenset(("question-part", "answer-part"))
"""Mentions that get no node: the part itself holds its words, and the record their place."""


ALL_COPIES = "account"
"""The kind of which every mention counts: each stands in a sentence that may prove an owner."""


def mention_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """Where the page names what, by which rule it was read, and what it says of it.

    A fact printed twice in the same words, as bilingual prints do, has one node, of
    its first copy; the record's spans have every copy. Offsets count code points of
    the page's text.
    """
    key = linked.record.source.key
    page = mint.thing(f"text/{key}")
    seen: dict[str, int] = {}
    for mention in first_copies(linked.mentions):
        path = f"mention/{key}-{mention.start}-{mention.end}-{mention.kind}"
        seen[path] = copy = seen.get(path, 0) + 1
        node = mint.thing(path if copy == 1 else f"{path}-{copy}")
        yield node, terms.TYPE, terms.MENTION
        yield node, terms.MENTION_KIND, terms.word(mention.kind)
        yield node, terms.BODY, mint.thing(mention.body)
        yield node, terms.SOURCE, page
        yield node, terms.START, terms.integer(mention.start)
        yield node, terms.END, terms.integer(mention.end)
        yield node, terms.EXACT, terms.text(mention.exact)
        yield node, terms.RULE, terms.word(mention.rule)
        yield node, terms.BASIS, mint.thing(f"basis/{mention.basis}")
        yield from _said(node, mention, mint)


def first_copies(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that say something new: another fact, other words, or by another rule.

    Of accounts all: the French and the Dutch sentence on one both stay.
    """
    told: set[Mention] = set()
    for mention in mentions:
        if mention.kind in PART_KINDS:
            continue
        placeless = replace(mention, start=0, end=0)
        if placeless not in told or mention.kind == ALL_COPIES:
            told.add(placeless)
            yield mention


def _said(node: NamedNode, mention: Mention, mint: Mint) -> Iterator[Triple]:
    if mention.stance is not None:
        yield node, terms.STANCE, mint.thing(f"stance/{mention.stance}")
    if mention.within is not None:
        yield node, terms.WITHIN, mint.thing(mention.within)
    for language in dict.fromkeys(mention.languages):
        yield node, terms.LANGUAGE, terms.language(language)
    if mention.attribution is not None:
        yield from _attribution(node, mention.attribution, mint)


def _attribution(node: NamedNode, attribution: Attribution, mint: Mint) -> Iterator[Triple]:
    yield node, terms.ATTRIBUTED_TO, mint.thing(attribution.service)
    role = mint.thing(f"attribution-role/{attribution.role}")
    yield node, terms.ATTRIBUTION_ROLE, role
    basis = mint.thing(f"basis/{attribution.basis}")
    yield node, terms.ATTRIBUTION_BASIS, basis
