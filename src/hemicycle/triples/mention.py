"""Mentions to triples: one flat node for every printed fact."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from hemicycle.links import Attribution, Linked, Mention
from hemicycle.mint import Mint
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def mention_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """Where the page names what, by which rule it was read, and what it says of it.

    Offsets count code points of the page's text.
    """
    key = linked.record.source.key
    page = mint.thing(f"text/{key}")
    seen: dict[str, int] = {}
    for mention in linked.mentions:
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
