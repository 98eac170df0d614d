"""Nodes that pages share and no authority file has to triples: each described once."""

from collections.abc import Iterator

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.errors import BuildError
from hemicycle.links import Linked, LocalNode
from hemicycle.mint import Mint
from hemicycle.paths import relation_path
from hemicycle.triples import terms
from hemicycle.triples.account import account_description
from hemicycle.triples.question import reference_triples
from hemicycle.triples.terms import Triple


class LocalClass(Struct, frozen=True):
    """The classes of a kind of local node, and the property that names it."""

    classes: tuple[NamedNode, ...]
    naming: NamedNode


_SERIES = {
    "question": terms.WRITTEN_QUESTION,
    "request-for-explanations": terms.REQUEST_FOR_EXPLANATIONS,
    "oral-question": terms.ORAL_QUESTION,
    "interpellation": terms.QUESTION,
    "referred-question": terms.QUESTION,
}
_LOCAL = {
    "concept": LocalClass((terms.CONCEPT,), terms.PREF_LABEL),
    "party": LocalClass((terms.ORGANIZATION,), terms.PREF_LABEL),
    "person": LocalClass((terms.FOAF_PERSON, terms.PERSON), terms.NAME),
    "platform": LocalClass((terms.PLATFORM_CLASS,), terms.PREF_LABEL),
    "post": LocalClass((terms.POST,), terms.LABEL),
    "service": LocalClass((terms.FORMAL_ORGANIZATION, terms.FEDERAL_SERVICE), terms.PREF_LABEL),
}


def local_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """Every question this page knows by its number, and the nodes it brings along.

    Raises BuildError for a local node of a kind that has no class.
    """
    for path in _referenced(linked):
        yield mint.thing(path), terms.TYPE, _SERIES[path.partition("/")[0]]
        yield from reference_triples(path, mint)
    for node in linked.local_nodes:
        yield from _node(node, mint)
    for account in linked.accounts:
        yield from account_description(account, mint)


def _referenced(linked: Linked) -> dict[str, None]:
    """The paths of all questions of any series, each once, in the order of the page."""
    paths = [linked.question]
    paths += [relation_path(relation) for relation in linked.record.relations]
    paths += [mention.body for mention in linked.mentions]
    return dict.fromkeys(path for path in paths if path.partition("/")[0] in _SERIES)


def _node(local: LocalNode, mint: Mint) -> Iterator[Triple]:
    kind = local.path.partition("/")[0]
    if kind not in _LOCAL:
        raise BuildError(f"no class stands for the local node {local.path!r}")
    node = mint.thing(local.path)
    for name in _LOCAL[kind].classes:
        yield node, terms.TYPE, name
    for language, label in local.labels:
        yield node, _LOCAL[kind].naming, terms.text(label, language)
    if kind == "concept":
        yield node, terms.IN_SCHEME, mint.thing("concept-scheme/local")
