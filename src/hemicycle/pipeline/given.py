"""What pages give and rules derive, to what belongs to each cluster and what clusters share."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from pyoxigraph import NamedNode
from rdflib import RDF

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.pipeline.owners import Owners
from hemicycle.triples import PageTriples, Triple
from hemicycle.validate import Result
from hemicycle.validate.compiled import Term

_TYPE = NamedNode(RDF.type)


class Given(Struct, frozen=True):
    """One page of the batch: its cluster, what it gives, and its other and older sources."""

    cluster: int
    linked: Linked
    triples: PageTriples
    sources: tuple[tuple[Triple, ...], ...]


class Derived(Struct, frozen=True):
    """What rules add to graph/inferred and graph/findings, and what breaks those that check."""

    inferred: tuple[Triple, ...]
    findings: tuple[Triple, ...]
    broken: tuple[Result, ...]


class ClusterTriples(Struct, frozen=True):
    """What stands in the piece of one cluster; `merge` is all that the merge has of its nodes."""

    pages: list[tuple[NamedNode, tuple[Triple, ...]]] = field(default_factory=list)
    provenance: list[Triple] = field(default_factory=list)
    inferred: list[Triple] = field(default_factory=list)
    merge: list[Triple] = field(default_factory=list)


class BatchTriples(Struct, frozen=True):
    """What a batch holds; the last four are what clusters share."""

    clusters: list[ClusterTriples] = field(default_factory=list)
    merge: list[Triple] = field(default_factory=list)
    local: list[Triple] = field(default_factory=list)
    inferred: list[Triple] = field(default_factory=list)
    findings: list[Triple] = field(default_factory=list)

    def own(self) -> Iterator[Triple]:
        """All that is said of the clusters' own nodes, their pages and their findings."""
        for cluster in self.clusters:
            yield from cluster.merge
            yield from cluster.provenance
        yield from self.findings


def gather(pages: Sequence[Given], derived: Derived, owners: Owners, mint: Mint) -> BatchTriples:
    """Sort all triples of a batch to where they belong."""
    batch = BatchTriples([ClusterTriples() for _ in range(pages[-1].cluster + 1)])
    for page in pages:
        _add_page(page, batch, owners, mint)
    for triple, cluster in _owned(derived.inferred, owners):
        if cluster is None:
            batch.inferred.append(triple)
            batch.merge.append(triple)
        else:
            batch.clusters[cluster].inferred.append(triple)
            batch.clusters[cluster].merge.append(triple)
    batch.findings.extend(derived.findings)
    return batch


def _add_page(page: Given, batch: BatchTriples, owners: Owners, mint: Mint) -> None:
    own = batch.clusters[page.cluster]
    own.pages.append((mint.graph(f"page/{page.linked.record.source.key}"), page.triples.page))
    own.provenance.extend(page.triples.provenance)
    for source in page.sources:
        own.provenance.extend(source)
    for triple, is_shared in _told(page.triples.page, owners):
        (batch.merge if is_shared else own.merge).append(triple)
    for triple, cluster in _owned(page.triples.local, owners):
        (batch.merge if cluster is None else batch.clusters[cluster].merge).append(triple)
    batch.local.extend(page.triples.local)
    batch.findings.extend(page.triples.findings)


def _told(triples: Iterable[Triple], owners: Owners) -> Iterator[tuple[Triple, bool]]:
    """Each triple of a page, with whether it says something of a node that clusters share."""
    last: NamedNode | None = None
    is_shared = False
    for triple in triples:
        if triple[0] is not last:
            last = triple[0]
            is_shared = owners.is_shared(last.value)
        yield triple, is_shared


def _owned(triples: Iterable[Triple], owners: Owners) -> Iterator[tuple[Triple, int | None]]:
    """Each triple with the cluster of its subject; subjects mostly come in runs."""
    last: NamedNode | None = None
    cluster: int | None = None
    for triple in triples:
        if triple[0] is not last:
            last = triple[0]
            cluster = owners.of(last.value)
        yield triple, cluster


def types_of(triples: Iterable[tuple[object, object, object]]) -> dict[Term, list[Term]]:
    """The classes of each subject, as far as the triples tell them."""
    types: dict[Term, list[Term]] = {}
    for subject, predicate, stated in triples:
        if predicate == _TYPE and isinstance(subject, NamedNode) and isinstance(stated, NamedNode):
            types.setdefault(subject, []).append(stated)
    return types
