"""A chosen part of a network to what the explorer draws, and to GEXF.

Nodes bear what stands behind `id/` as their key; the graph itself has the form of
https://graphology.github.io/serialization.html.
"""

import io

import msgspec
from msgspec import Struct

from hemicycle.export.gexf import gexf_document
from hemicycle.networks import Edge, Network, Node, Value
from hemicycle.networks.layout import placed
from hemicycle.networks.looks import LOOKS, hexadecimal, size_of
from hemicycle.site.data import SiteData
from hemicycle.site.graph_choice import GraphChoice
from hemicycle.site.graph_cut import Cut, cut
from hemicycle.site.graph_networks import Networks, label_of
from hemicycle.site.tie_words import tie_words
from hemicycle.site.words import word

_SHOWN = (
    "asked_on", "answered_on", "days_to_answer", "status", "members", "read_pages", "answered",
    "platform", "account_kind", "service_kind", "address",
)  # fmt: skip
"""Attributes of nodes that the explorer shows, in this order."""


class Kind(Struct, frozen=True):
    """One kind of nodes; `count` is that of the whole network."""

    kind: str
    name: str
    color: str
    count: int


def graph_json(site: SiteData, choice: GraphChoice, language: str) -> bytes:
    """What the explorer draws, as JSON; raises ExportError where no question is chosen."""
    networks = site.once(Networks)
    made = networks.find(choice)
    found = cut(made.network, choice)
    described = found.network.described
    network = placed(found.network, refine=True)
    answer = {
        "projection": described.name,
        "title": described.title[language],
        "kinds": _kinds(found, language),
        "ties": _ties(network, language),
        "years": networks.years if made.is_part else found.years,
        "left_out": found.left_out,
        "questions": {"shown": made.questions, "all": made.all_questions},
        "graph": {
            "options": {"type": "mixed", "multi": True, "allowSelfLoops": True},
            "nodes": [_node(site, network, node, language) for node in _small_first(network)],
            "edges": [_edge(network, edge) for edge in network.edges],
        },
    }
    return msgspec.json.encode(answer)


def graph_gexf(site: SiteData, choice: GraphChoice, language: str) -> bytes:
    """The same as GEXF 1.3; raises ExportError as `graph_json` does."""
    found = cut(site.once(Networks).find(choice).network, choice)
    network = placed(found.network, refine=True)
    nodes = tuple(
        msgspec.structs.replace(node, label=label_of(node, language)) for node in network.nodes
    )
    out = io.StringIO()
    gexf_document(msgspec.structs.replace(network, nodes=nodes, language=language), out)
    return out.getvalue().encode()


def _small_first(network: Network) -> list[Node]:
    """What is drawn later lies on top and takes the clicks: large nodes last."""
    return sorted(network.nodes, key=lambda node: (node.degree, node.iri))


def _kinds(found: Cut, language: str) -> list[Kind]:
    return [
        Kind(kind, look.names[language], hexadecimal(look.colour), found.kinds[kind])
        for kind, look in LOOKS.items()
        if kind in found.kinds
    ]


def _ties(network: Network, language: str) -> dict[str, str]:
    return {
        kind: tie_words(kind, language) for kind in sorted({edge.kind for edge in network.edges})
    }


def _node(site: SiteData, network: Network, node: Node, language: str) -> dict[str, object]:
    path = network.short(node.iri)
    shown: dict[str, object] = {
        "label": label_of(node, language),
        "kind": node.kind,
        "color": hexadecimal(LOOKS[node.kind].colour),
        "size": size_of(node.degree),
        "degree": node.degree,
        "facts": _facts(node, language),
    }
    if node.place is not None:
        shown |= {"x": node.place.x, "y": node.place.y}
    title = node.values.get(f"title_{language}", node.values.get("title_fr"))
    page = site.page_address(path, language)
    optional: dict[str, object] = {
        "title": title or node.values.get("title_nl"),
        "page": None if page is None else site.addresses.to(page),
        "since": node.when.start,
        "until": node.when.end,
    }
    given = {name: value for name, value in optional.items() if value is not None}
    return {"key": path, "attributes": shown | given}


def _facts(node: Node, language: str) -> dict[str, str | int]:
    """Code → value, what is a code itself in words."""
    found: dict[str, str | int] = {}
    for name in _SHOWN:
        value: Value | None = node.values.get(name)
        if value is None or isinstance(value, tuple):
            continue
        shown = word(language, "status", str(value)) if name == "status" else None
        found[name] = shown or (value if isinstance(value, int) else str(value))
    return found


def _edge(network: Network, edge: Edge) -> dict[str, object]:
    values: dict[str, object] = {"kind": edge.kind, "weight": edge.weight}
    days = {"since": edge.when.start, "until": edge.when.end}
    values |= {name: day for name, day in days.items() if day}
    ends: dict[str, object] = {
        "source": network.short(edge.source),
        "target": network.short(edge.target),
        "attributes": values,
    }
    return ends if network.described.is_directed else {**ends, "undirected": True}
