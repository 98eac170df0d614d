"""A build's directory to an rdflib dataset: all of it, or some questions and what they name."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store
from rdflib import Dataset, URIRef

from hemicycle.errors import ReadError
from hemicycle.graphs import as_term
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import open_build
from hemicycle.query import resolve_iri
from hemicycle.store import is_merged, named_quads

_SHARED = ("local", "authority", "inferred")
_DERIVED_FROM = NamedNode(f"{PREFIXES['prov']}wasDerivedFrom")


def load(directory: str | Path, questions: Iterable[str] | None = None) -> Dataset:
    """The graph that `hemicycle build` wrote to `directory`, as its store has it.

    The default graph is the merge of the page, authority, local and inferred graphs,
    so a query gives here what `hemicycle query` gives; each named graph stands beside it.

    With `questions` ("5-8906" or "question/5-8906"): the graphs of their pages, what
    the local, authority and inferred graphs say of the nodes these name, and of the
    nodes that the inferred graph ties to them, such as a question's family.
    Literals keep the form they have in the store, which rdflib would else change.

    Raises ReadError where there is no build, or no page of a question.
    """
    build = open_build(Path(directory))
    store, mint = build.store, build.mint
    quads = named_quads(store) if questions is None else _quads_of(store, questions, mint)
    dataset = Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    for quad in quads:
        triple = (as_term(quad.subject), as_term(quad.predicate), as_term(quad.object))
        name = _iri(quad.graph_name)
        dataset.graph(URIRef(name)).add(triple)
        if is_merged(name, mint):
            dataset.default_graph.add(triple)
    return dataset


def _quads_of(store: Store, questions: Iterable[str], mint: Mint) -> list[Quad]:
    pages = [page for question in questions for page in _pages(store, question, mint)]
    found = {quad for page in pages for quad in store.quads_for_pattern(None, None, None, page)}
    named = {node for quad in found for node in _things(quad)}
    shared = set(_said_of(store, named, mint))
    inferred = {quad for quad in shared if quad.graph_name == mint.graph("inferred")}
    tied = {node for quad in inferred for node in _things(quad)} - named
    return sorted(found | shared | set(_said_of(store, tied, mint)), key=str)


def _pages(store: Store, question: str, mint: Mint) -> list[NamedNode]:
    """The graphs of a question's pages."""
    path = question if "/" in question or ":" in question else f"question/{question}"
    texts = store.quads_for_pattern(resolve_iri(path, mint), _DERIVED_FROM, None, None)
    keys = sorted({str(mint.path(_iri(quad.object))) for quad in texts})
    if not keys:
        raise ReadError(
            f"no page of question {question} was built",
            remedy="name one whose page this build has read",
        )
    return [mint.graph(f"page/{key.removeprefix('text/')}") for key in keys]


def _said_of(store: Store, nodes: Iterable[NamedNode], mint: Mint) -> Iterator[Quad]:
    for node in nodes:
        for name in _SHARED:
            yield from store.quads_for_pattern(node, None, None, mint.graph(name))


def _things(quad: Quad) -> Iterator[NamedNode]:
    yield from (node for node in (quad.subject, quad.object) if isinstance(node, NamedNode))


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
