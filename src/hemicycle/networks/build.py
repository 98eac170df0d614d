"""A store to one network: the questions chosen, their ties merged, every node described."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from pyoxigraph import Store

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.networks.attributes import LABEL_LANGUAGES, Attributes, attributes_of
from hemicycle.networks.facts import Facts
from hemicycle.networks.intervals import ALWAYS
from hemicycle.networks.looks import LOOKS
from hemicycle.networks.merge import merged, spans
from hemicycle.networks.projections import PROJECTIONS, Projection
from hemicycle.networks.reader import Reader
from hemicycle.networks.records import OTHER, Edge, Network, Node
from hemicycle.networks.selection import Selection, choose
from hemicycle.query import shorten

EVERYTHING = Selection()
"""All questions."""


def build_network(
    store: Store,
    mint: Mint,
    projection: str = "full",
    languages: Sequence[str] = LABEL_LANGUAGES,
    selection: Selection = EVERYTHING,
) -> Network:
    """The network of one projection of the chosen questions; `languages` choose the labels.

    Raises ExportError for an unknown name, and where no question is chosen.
    """
    found = find_projection(projection)
    reader = Reader(store, mint)
    chosen = choose(reader, selection)
    if not chosen and selection != EVERYTHING:
        raise ExportError(f"no question is chosen by {selection.words()}")
    facts = Facts(reader, chosen, is_everything=selection == EVERYTHING)
    return network_of(found, facts, languages, selection.words())


def network_of(
    projection: Projection,
    facts: Facts,
    languages: Sequence[str] = LABEL_LANGUAGES,
    words: str = "",
) -> Network:
    """The network that a projection makes of some facts; `words` say how these were chosen."""
    edges = merged(projection.ties(facts))
    return Network(
        described=projection.described,
        nodes=tuple(_nodes(projection, facts, edges, languages)),
        edges=edges,
        base=facts.reader.mint.base,
        language=next((tag for tag in languages if tag in LABEL_LANGUAGES), "en"),
        chosen=words,
        latest=_latest(facts),
    )


def find_projection(name: str) -> Projection:
    """The projection of this name; raises ExportError, with the names there are."""
    if name not in PROJECTIONS:
        raise ExportError(
            f"no network is called {name!r}", remedy=f"there is {', '.join(PROJECTIONS)}"
        )
    return PROJECTIONS[name]


def _nodes(
    projection: Projection, facts: Facts, edges: Sequence[Edge], languages: Sequence[str]
) -> Iterator[Node]:
    ends, when, roles = _ends(edges), spans(edges), _roles(projection, edges)
    for iri in sorted({*ends, *projection.alone(facts)}):
        kind = _kind(facts, iri)
        values = attributes_of(kind, facts, iri)
        label = _label(values, languages) or shorten(iri, facts.reader.mint)
        values.pop("label", None)
        end = ends.get(iri, _NO_END)
        values |= {"degree": end.degree, "weighted_degree": end.weight}
        parts = roles.get(iri) if kind == "person" else None
        if parts:
            kind, values["roles"] = parts[-1], parts
        lasts = facts.when(iri) if kind == "question" else when.get(iri, ALWAYS)
        yield Node(iri, kind, label, dict(sorted(values.items())), end.degree, lasts)


class _End(Struct):
    """How many edges meet at a node, and their weight."""

    degree: int = 0
    weight: int = 0


_NO_END = _End()


def _ends(edges: Iterable[Edge]) -> dict[str, _End]:
    ends: dict[str, _End] = {}
    for edge in edges:
        for iri in (edge.source, edge.target):
            end = ends.setdefault(iri, _End())
            end.degree += 1
            end.weight += edge.weight
    return ends


def _kind(facts: Facts, iri: str) -> str:
    kind = (facts.reader.mint.path(iri) or "").partition("/")[0]
    return kind if kind in LOOKS else OTHER


def _roles(projection: Projection, edges: Iterable[Edge]) -> dict[str, tuple[str, ...]]:
    """What each end does in a projection that gives persons a part, the second last."""
    source, target = projection.source_person, projection.target_person
    if {source, target} == {"person"}:
        return {}
    targets = {edge.target for edge in edges}
    sources = {edge.source for edge in edges}
    if source == target:
        return dict.fromkeys(sources | targets, (target,))
    roles = dict.fromkeys(sources, (source,))
    return roles | {iri: (source, target) if iri in sources else (target,) for iri in targets}


def _label(values: Attributes, languages: Sequence[str]) -> str:
    names = [*(f"label_{language}" for language in languages), "label"]
    return next((str(values[name]) for name in names if name in values), "")


def _latest(facts: Facts) -> str | None:
    days = (
        day
        for question in facts.questions
        for day in (facts.asked_on(question), facts.answered_on(question))
        if day
    )
    return max(days, default=None)
