"""Each network has the edges that a SPARQL query of its own finds, and the nodes these tie."""

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, PREFIXES
from hemicycle.networks import PROJECTIONS, Network, build_network
from hemicycle.networks.intervals import Interval
from hemicycle.networks.looks import LOOKS
from hemicycle.store import write_store

QUERIES = Path(__file__).parent / "queries"
ID = f"{BASE}id/"
ALSO = {"full": ("owners",), "service-platform-account": ("owners",)}
Said = tuple[str, str, str]


def asked(store: Store, name: str) -> dict[Said, int]:
    text = (QUERIES / f"{name}.rq").read_text("utf-8")
    found = store.query(text, base_iri=BASE, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return {
        (row["source"].value, row["kind"].value, row["target"].value): int(row["weight"].value)
        for row in found
        if isinstance(row["weight"], Literal)
    }


def edges_of(network: Network) -> dict[Said, int]:
    return {(edge.source, edge.kind, edge.target): edge.weight for edge in network.edges}


def short(network: Network) -> dict[str, tuple[str, str]]:
    return {network.short(node.iri): (node.kind, node.label) for node in network.nodes}


@pytest.mark.parametrize("name", PROJECTIONS)
def test_the_edges_are_those_that_sparql_finds(name: str, store: Store) -> None:
    network = build_network(store, Mint(), name)
    wanted = {
        key: weight
        for one in (name, *ALSO.get(name, ()))
        for key, weight in asked(store, one).items()
    }
    assert edges_of(network) == wanted
    assert len(network.edges) == len(wanted) > 0


@pytest.mark.parametrize("name", PROJECTIONS)
def test_kinds_are_described_and_drawn(name: str, store: Store) -> None:
    network = build_network(store, Mint(), name)
    described = PROJECTIONS[name].described
    assert described.name == name
    assert set(described.title) == set(described.description) == {"fr", "nl", "en"}
    assert {node.kind for node in network.nodes} <= set(described.node_kinds) <= set(LOOKS)
    kinds = {edge.kind for edge in network.edges}
    if name == "senator-minister-by-year":
        assert kinds == {"asked-2012", "asked-2013", "asked-2014"}
    else:
        assert kinds <= set(described.edge_kinds)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_nodes_and_edges_stand_in_order_and_fit(name: str, store: Store) -> None:
    network = build_network(store, Mint(), name)
    names = [node.iri for node in network.nodes]
    keys = [(edge.kind, edge.source, edge.target) for edge in network.edges]
    assert names == sorted(set(names))
    assert keys == sorted(set(keys))
    ends = Counter(end for edge in network.edges for end in (edge.source, edge.target))
    assert {node.iri: node.degree for node in network.nodes if node.degree} == ends
    if not network.described.is_directed:
        assert all(edge.source < edge.target for edge in network.edges)


def test_the_full_network_has_the_nodes_that_nothing_ties_too(store: Store) -> None:
    text = """SELECT ?node { VALUES ?class { hc:WrittenQuestion hc:QuestionFamily foaf:OnlineAccount }
                             ?node a ?class }"""
    found = store.query(text, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    nodes = {row["node"].value for row in found}
    ends = {end for name in ("full", "owners") for key in asked(store, name) for end in key[::2]}
    network = build_network(store, Mint())
    assert {node.iri: node.kind for node in network.nodes} == {
        iri: iri.removeprefix(ID).split("/")[0] for iri in nodes | ends
    }


def test_nodes_have_typed_attributes(store: Store) -> None:
    network = build_network(store, Mint())
    nodes = {network.short(node.iri): node for node in network.nodes}
    question = nodes["question/5-8906"]
    assert question.label == "5-8906"
    assert question.when == Interval("2013-04-30", "2014-01-30")
    assert {name: question.values[name] for name in question.values if "degree" not in name} == {
        "title_fr": "Services publics fédéraux - Recours aux médias sociaux",
        "asked_on": "2013-04-30",
        "answered_on": "2014-01-30",
        "year": 2013,
        "legislature": 5,
        "status": "answered",
        "days_to_answer": 275,
        "read": True,
    }
    assert nodes["question/5-8900"].values["read"] is False
    assert nodes["question/5-8912"].when == Interval("2013-04-30", None)
    assert nodes["question/6-10"].when == Interval("2014-11-20", "2014-11-21")
    assert nodes["family/5-8900"].label == "famille 5-8900"
    assert nodes["family/5-8900"].values["members"] == 4
    assert nodes["concept/c_324b44f1"].values["label_en"] == "social media"
    assert nodes["account/twitter-profile-fodwerk"].values["platform"] == "twitter"


def test_persons_have_the_parts_they_play(store: Store) -> None:
    network = build_network(store, Mint(), "senator-minister")
    assert {
        network.short(node.iri): (node.kind, node.values.get("roles")) for node in network.nodes
    } == {
        "person/martine-taelman": ("senator", ("senator",)),
        "person/monica-de-coninck": ("minister", ("senator", "minister")),
        "person/laurette-onkelinx": ("minister", ("minister",)),
        "person/kris-peeters": ("minister", ("minister",)),
        "post/fr-ministre-des-finances": ("post", None),
        "post/minister-van-sociale-zaken": ("post", None),
    }


def test_a_pair_tells_its_years_and_waits(store: Store) -> None:
    network = build_network(store, Mint(), "senator-minister")
    (edge,) = (
        edge
        for edge in network.edges
        if network.edge_id(edge) == "person/martine-taelman asked person/monica-de-coninck"
    )
    assert edge.weight == 2
    assert edge.when == Interval("2012-05-02", "2013-04-30")
    assert edge.values == {
        "answered": 1,
        "first_year": 2012,
        "last_year": 2013,
        "years": ("2012", "2013"),
        "mean_days_to_answer": 76.0,
    }


def test_labels_follow_the_languages_asked_for(store: Store) -> None:
    post = "post/minister-van-werk"
    labels = {
        languages: short(build_network(store, Mint(), "full", languages))[post][1]
        for languages in (("fr",), ("nl", "fr"), ("de", "en"))
    }
    assert labels == {
        ("fr",): "ministre de l'Emploi",
        ("nl", "fr"): "minister van Werk",
        ("de", "en"): "post/minister-van-werk",
    }


def test_an_unknown_network_is_named(store: Store) -> None:
    with pytest.raises(ExportError, match="no network is called 'half'; there is full, senator-"):
        build_network(store, Mint(), "half")


def test_every_kind_looks_different() -> None:
    looks = [(look.colour, look.shape) for look in LOOKS.values()]
    assert len(set(looks)) == len(looks)


def test_what_is_of_no_known_kind_is_kept_as_other(tmp_path: Path) -> None:
    mint = Mint()
    question, thing = mint.thing("question/5-1"), NamedNode("https://example.org/x")
    said = [
        (f"{PREFIXES['rdf']}type", NamedNode(f"{PREFIXES['hc']}WrittenQuestion")),
        (f"{PREFIXES['hc']}linkedTo", thing),
    ]
    quads = [Quad(question, NamedNode(term), found, mint.graph("local")) for term, found in said]
    network = build_network(write_store(tmp_path / "store", quads, mint), mint)
    assert [(node.iri, node.kind, node.label) for node in network.nodes] == [
        (thing.value, "other", "https://example.org/x"),
        (question.value, "question", "5-1"),
    ]
    assert network.latest is None
