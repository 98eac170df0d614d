"""Any text makes files of XML that read back, without what XML cannot hold."""

import io
import json

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hemicycle.errors import ExportError
from hemicycle.export.gexf import gexf_document
from hemicycle.export.graphml import graphml_document
from hemicycle.networks import Edge, Network, Node, Place
from hemicycle.networks.intervals import Interval
from hemicycle.networks.projections.full import PROJECTION

ID = "https://w3id.org/hemicycle/id/"
HOSTILE = [
    "a \"b\" 'c' <d> & ]]>",
    "\x00a\x0bb\x1fc\ufffe\ud800",
    "\u202eא😀\u200f",
    "x" * 10_000,
    "a\nb\r\nc\td",
    "</node><node id='x'/>",
    '["a", "b\\"]',
]
LABELS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1))


def made_up(label: str, title: str = "x") -> Network:
    """A network of two questions, one of them with this label and title."""
    ids = (f"{ID}question/5-1", "https://x.org/?a=1&b='2'")
    nodes = (
        Node(ids[0], "question", label, {"title_fr": title, "roles": (title, "b")}, 1),
        Node(ids[1], "other", "b", {}, 1, Interval("2012-01-01"), Place(-1.5, 0.0)),
    )
    edges = (Edge(ids[0], "linked-to", ids[1], 2, {"years": (title,)}),)
    return Network(PROJECTION.described, nodes, edges, "https://w3id.org/hemicycle/", "en")


def is_xml(sign: str) -> bool:
    """https://www.w3.org/TR/xml/#charsets"""
    code = ord(sign)
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


@given(LABELS)
def test_any_label_makes_a_file_that_reads_back(text: str) -> None:
    network = made_up(text, text)
    out = io.StringIO()
    gexf_document(network, out)
    kept = "".join(sign for sign in text if sign in "\t\n\r" or is_xml(sign))
    root = etree.fromstring(out.getvalue().encode())
    space = "{http://gexf.net/1.3}"
    labels = [node.get("label") for node in root.iter(f"{space}node")]
    assert labels == [" ".join(kept.split()) or f"{ID}question/5-1", "b"]
    titles = [
        one.get("value") for one in root.iter(f"{space}attvalue") if one.get("for") == "title_fr"
    ]
    assert titles == [kept]
    years = [one.get("value") for one in root.iter(f"{space}attvalue") if one.get("for") == "years"]
    assert json.loads(years[0] or "") == [" ".join(kept.split())]


@given(LABELS)
def test_any_label_makes_graphml_that_reads_back(text: str) -> None:
    out = io.StringIO()
    graphml_document(made_up(text, text), out)
    kept = "".join(sign for sign in text if sign in "\t\n\r" or is_xml(sign))
    read = nx.read_graphml(io.BytesIO(out.getvalue().encode()))
    values = read.nodes[f"{ID}question/5-1"]
    assert values["label"] == (" ".join(kept.split()) or f"{ID}question/5-1")
    assert (values["title_fr"] or "") == kept


def test_an_attribute_of_two_types_is_refused() -> None:
    node = Node("https://x.org/a", "other", "a", {"year": 1}, 0)
    other = Node("https://x.org/b", "other", "b", {"year": "1"}, 0)
    network = Network(PROJECTION.described, (node, other), (), "https://x.org/", "en")
    for write in (gexf_document, graphml_document):
        with pytest.raises(ExportError, match="attribute 'year' is integer and string"):
            write(network, io.StringIO())
