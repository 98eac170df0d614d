"""A network has the graph's nodes, edges and values, counted and read back by other ways."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from hemicycle.errors import ExportError
from hemicycle.export import PROJECTIONS, Request, export
from hemicycle.export.gexf import KIND_COLOURS, attribute_types
from hemicycle.export.networks import build_network
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.store import write_store

HERE = Path(__file__).parent
ID = f"{Mint().base}id/"
Said = tuple[NamedNode, str, NamedNode | Literal]
LANGUAGES = ("fr", "nl", "en")

EDGE_ATTRIBUTES = {"id", "source", "target", "kind", "label", "weight"}
ONE_EDGE_A_TRIPLE = {
    f"{HC._NS}askedBy": "asked-by",
    f"{HC._NS}askedInNameOf": "asked-in-name-of",
    f"{HC._NS}addressedTo": "addressed-to",
    f"{HC._NS}holderWhenAsked": "holder-when-asked",
    f"{PREFIXES['dcterms']}subject": "about",
    f"{HC._NS}memberOf": "member-of",
    f"{HC._NS}heldBy": "held-by",
    f"{HC._NS}spokespersonOf": "spokesperson-of",
}


def local_quads(triples: list[Said]) -> list[Quad]:
    local = Mint().graph("local")
    return [Quad(subject, NamedNode(term), found, local) for subject, term, found in triples]


def values(merge: frozenset[Triple], term: str) -> dict[str, list[str]]:
    """What each subject has as one property of ours."""
    found: dict[str, list[str]] = {}
    for triple in merge:
        if triple.predicate.value == f"{HC._NS}{term}":
            found.setdefault(str(triple.subject)[1:-1], []).append(
                getattr(triple.object, "value", "")
            )
    return found


def edges_of_the_graph(merge: frozenset[Triple]) -> Counter[tuple[str, str, str]]:
    """The full network's edges, worked out from the triples one by one."""
    return Counter([*edges_of_triples(merge), *edges_of_answers(merge), *edges_of_mentions(merge)])


def edges_of_triples(merge: frozenset[Triple]) -> Iterator[tuple[str, str, str]]:
    for triple in merge:
        kind = ONE_EDGE_A_TRIPLE.get(triple.predicate.value)
        if kind:
            yield str(triple.subject)[1:-1], kind, str(triple.object)[1:-1]


def edges_of_answers(merge: frozenset[Triple]) -> Iterator[tuple[str, str, str]]:
    answers, on_behalf = values(merge, "answers"), values(merge, "onBehalfOf")
    for answer, persons in values(merge, "answeredBy").items():
        yield from ((answers[answer][0], "answered-by", person) for person in persons)
    for answer, sections in values(merge, "section").items():
        for section in sections:
            yield from ((answers[answer][0], "answered-for", one) for one in on_behalf[section])


def edges_of_mentions(merge: frozenset[Triple]) -> Iterator[tuple[str, str, str]]:
    answers = values(merge, "answers")
    question_of = {
        section: answers[answer][0]
        for answer, sections in values(merge, "section").items()
        for section in sections
    }
    kinds = {f"{ID}stance/claimed": "claims", f"{ID}stance/mentioned": "mentions"}
    body, within = values(merge, "body"), values(merge, "within")
    for mention, (stance,) in values(merge, "stance").items():
        if mention in body:  # the stance of a statement is no edge
            place = within[mention][0]
            yield question_of.get(place, place), kinds[stance], body[mention][0]


def read(name: str, request: Request) -> "nx.MultiDiGraph[str]":
    export(name, request)
    if name == "gexf":
        return nx.MultiDiGraph(nx.read_gexf(request.out, version="1.3"))
    return nx.MultiDiGraph(nx.read_graphml(request.out))


def edges_read(name: str, network: "nx.MultiDiGraph[str]") -> dict[tuple[str, str, str], float]:
    kind = "relation" if name == "gexf" else "kind"
    return {
        (source, found[kind], target): found["weight"]
        for source, target, found in network.edges(data=True)
    }


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_the_full_network_has_every_edge_of_the_graph(
    name: str, merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    network = read(name, request_for("full"))
    assert edges_read(name, network) == edges_of_the_graph(merge)
    assert network.number_of_edges() == len(edges_of_the_graph(merge))


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_the_full_network_has_every_node_of_the_graph(
    name: str, merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    ends = {end for source, _, target in edges_of_the_graph(merge) for end in (source, target)}
    of_classes = {
        str(triple.subject)[1:-1]
        for triple in merge
        if getattr(triple.object, "value", "")
        in (str(HC.WrittenQuestion), str(HC.QuestionFamily), f"{PREFIXES['foaf']}OnlineAccount")
    }
    network = read(name, request_for("full"))
    kinds = {node: found["kind"] for node, found in network.nodes(data=True)}
    assert kinds == {node: node.removeprefix(ID).split("/")[0] for node in ends | of_classes}


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_nodes_have_typed_attributes(name: str, request_for: Callable[[str], Request]) -> None:
    network = read(name, request_for("full"))
    nodes = {node: dict(found) for node, found in network.nodes(data=True)}
    for found in nodes.values():
        found.pop("viz", None)
    assert nodes[f"{ID}question/5-8906"] == {
        "label": "5-8906",
        "kind": "question",
        "title_fr": "Services publics fédéraux - Recours aux médias sociaux",
        "asked_on": "2013-04-30",
        "year": 2013,
        "status": "answered",
        "days_to_answer": 275,
        "read": True,
    }
    assert nodes[f"{ID}question/5-8900"] == {"label": "5-8900", "kind": "question", "read": False}
    assert nodes[f"{ID}family/5-8900"] == {
        "label": "family 5-8900",
        "kind": "family",
        "members": 4,
        "read_pages": 3,
        "answered": 2,
    }
    assert nodes[f"{ID}concept/c_324b44f1"] == {
        "label": "médias sociaux",
        "kind": "concept",
        "label_fr": "médias sociaux",
        "label_nl": "sociale media",
        "label_en": "social media",
        "exact_match": "http://eurovoc.europa.eu/c_324b44f1",
    }
    assert nodes[f"{ID}account/twitter-profile-fodwerk"] == {
        "label": "FODWerk",
        "kind": "account",
        "platform": "twitter",
        "account_kind": "profile",
        "address": "https://twitter.com/FODWerk",
    }


def test_labels_follow_the_languages_asked_for(store: Store) -> None:
    post = f"{ID}post/minister-van-werk"
    assert {
        languages: build_network(store, Mint(), "full", languages).nodes[post]["label"]
        for languages in (("fr",), ("nl", "fr"), ("de", "en"))
    } == {
        ("fr",): "ministre de l'Emploi",
        ("nl", "fr"): "minister van Werk",
        ("de", "en"): "post/minister-van-werk",
    }


def test_services_and_accounts_weigh_their_claims(store: Store) -> None:
    network = build_network(store, Mint(), "service-account", LANGUAGES)
    assert {
        (source.removeprefix(ID), kind, target.removeprefix(ID)): found["weight"]
        for source, target, kind, found in network.edges(keys=True, data=True)
    } == {
        (f"account/{account}", kind, f"service/{service}"): weight
        for account, kind, service, weight in (
            (
                "facebook-group-spf-securite-sociale-pour-une-administration-sexy",
                "held-by",
                "spf-securite-sociale",
                1,
            ),
            ("twitter-profile-be-gezondheid", "held-by", "spf-sante", 1),
            ("twitter-profile-fodsz", "held-by", "spf-securite-sociale", 1),
            ("twitter-profile-fodwerk", "held-by", "spf-emploi", 2),
            ("twitter-profile-janeyckmans", "spokesperson-of", "spf-sante", 1),
            ("twitter-profile-santebelgique", "held-by", "spf-sante", 1),
            ("twitter-profile-spfemploi", "held-by", "spf-emploi", 2),
            ("twitter-profile-spfsecu", "held-by", "spf-securite-sociale", 1),
        )
    }


def test_gexf_declares_what_it_uses(request_for: Callable[[str], Request]) -> None:
    request = request_for("full.gexf")
    export("gexf", request)
    root = ElementTree.parse(request.out).getroot()
    space = "{http://gexf.net/1.3}"
    nodes, edges = list(root.iter(f"{space}node")), list(root.iter(f"{space}edge"))
    declared = [(one.get("id"), one.get("title")) for one in root.iter(f"{space}attribute")]
    assert [one for one in declared if one[0] != one[1]] == []
    assert {one.get("for") for one in root.iter(f"{space}attvalue")} == {one[0] for one in declared}
    assert len({edge.get("id") for edge in edges}) == len(edges)
    ids = {node.get("id") for node in nodes}
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= ids
    assert all(set(edge.keys()) == EDGE_ATTRIBUTES for edge in edges)
    assert [meta.attrib for meta in root.iter(f"{space}meta")] == [
        {"lastmodifieddate": "2014-01-30"}
    ]


@pytest.mark.parametrize("file", ["service-account.gexf", "nodes.csv", "edges.csv"])
def test_gephi_files_are_as_expected(file: str, request_for: Callable[..., Request]) -> None:
    request = request_for("out", "service-account")
    export("gexf" if file.endswith("gexf") else "gephi-csv", request)
    written = request.out if file.endswith("gexf") else request.out / file
    assert written.read_bytes() == (HERE / "gephi" / file).read_bytes()


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_no_column_for_gephi_turns_the_graph_dynamic(
    projection: str, request_for: Callable[..., Request]
) -> None:
    request = request_for("out", projection)
    export("gephi-csv", request)
    for file in ("nodes.csv", "edges.csv"):
        header = (request.out / file).read_text("utf-8").splitlines()[0].lower().split(",")
        assert not {"start", "end", "timeset", "time interval"} & set(header)
        assert len(set(header)) == len(header)


def test_every_kind_has_a_colour_of_its_own() -> None:
    kinds = {kind for projection in PROJECTIONS.values() for kind in projection.node_kinds}
    assert set(KIND_COLOURS) == kinds | {"other"}
    assert len(set(KIND_COLOURS.values())) == len(KIND_COLOURS)


def test_an_attribute_of_two_types_is_refused() -> None:
    with pytest.raises(ExportError, match="attribute 'year' is long and string"):
        attribute_types([{"year": 2013}, {"year": "2013"}])


def test_what_no_query_of_nodes_finds_is_kept_as_other(tmp_path: Path) -> None:
    mint = Mint()
    question, account = mint.thing("question/5-1"), mint.thing("account/not-described")
    mention = mint.thing("mention/x")
    triples: list[Said] = [
        (question, f"{PREFIXES['rdf']}type", NamedNode(str(HC.WrittenQuestion))),
        (mention, str(HC.mentionKind), Literal("account")),
        (mention, str(HC.stance), mint.thing("stance/mentioned")),
        (mention, str(HC.body), account),
        (mention, str(HC.within), question),
    ]
    store = write_store(tmp_path / "store", local_quads(triples), mint)
    network = build_network(store, mint, "full", LANGUAGES)
    assert {node: network.nodes[node] for node in network} == {
        question.value: {"kind": "question", "label": "question/5-1", "read": False},
        account.value: {"kind": "other", "label": "account/not-described"},
    }
    assert network.graph["latest"] is None


HOSTILE = [
    "a \"b\" 'c' <d> & ]]>",
    "\x00a\x0bb\x1fc\ufffe",
    "\u202eא😀\u200f",
    "x" * 10_000,
    "a\nb\r\nc\td",
    "</node><node id='x'/>",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_any_label_survives(text: str, name: str, tmp_path: Path) -> None:
    mint = Mint()
    question, person = mint.thing("question/5-1"), mint.thing("person/x")
    triples: list[Said] = [
        (question, f"{PREFIXES['rdf']}type", NamedNode(str(HC.WrittenQuestion))),
        (question, str(HC.askedBy), person),
        (question, f"{PREFIXES['dcterms']}title", Literal(text, language="fr")),
        (person, f"{PREFIXES['foaf']}name", Literal(text)),
    ]
    store = write_store(tmp_path / "store", local_quads(triples), mint)
    network = read(name, Request(store=store, mint=mint, out=tmp_path / "out"))
    shown = " ".join(text.translate(dict.fromkeys(map(ord, "\x00\x0b\x1f\ufffe"))).split())
    assert network.nodes[person.value]["label"] == shown
    assert " ".join(network.nodes[question.value]["title_fr"].split()) == shown
