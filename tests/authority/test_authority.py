"""The authority files: well formed, closed in their terms, complete, without contradiction."""

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import get_args

import pyoxigraph
import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, RDF, RDFS, SDO, SKOS, XSD
from rdflib.term import Node

from hemicycle.assets import asset
from hemicycle.links import Basis, Stance
from hemicycle.mint import slug
from hemicycle.namespaces import BASE, HC, PREFIXES

FOLDER = asset("ontology/authority")
FILES = sorted(FOLDER.glob("*.ttl"))
BY_KEY = ("memberships", "parties", "persons", "platforms", "posts", "services")
CLOSED = (HC, DCTERMS, FOAF, ORG, OWL, RDF, RDFS, SDO, SKOS, XSD)
PERSON = URIRef(PREFIXES["person"] + "Person")
LABELS = (SKOS.prefLabel, SKOS.altLabel, RDFS.label)

AMBIGUOUS = {
    # Conseil du contentieux des étrangers and Conseil central de l'économie: both are called CCE.
    HC.FederalService: {("fr", "cce")},
}


def thing(path: str) -> URIRef:
    return URIRef(f"{BASE}id/{path}")


def period(graph: Graph, of: Node) -> tuple[str, str]:
    """First and last day as they can be at most: "2002" as an end is 2002-12-31."""
    start = str(graph.value(of, SDO.foundingDate) or "0000")
    end = str(graph.value(of, SDO.dissolutionDate) or "9999")
    return start + "-01-01"[len(start) - 4 :], end + "-12-31"[len(end) - 4 :]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_libraries_read_the_same_triples(path: Path) -> None:
    direct = pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    lines = Graph().parse(path).serialize(format="nt", encoding="utf-8")
    assert set(direct) == set(pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("stem", BY_KEY)
def test_entries_stand_in_the_order_of_their_keys(stem: str) -> None:
    quads = pyoxigraph.parse(path=FOLDER / f"{stem}.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    subjects = list(dict.fromkeys(str(quad.subject).strip("<>") for quad in quads))
    assert subjects == sorted(subjects)


def test_only_known_terms_are_used(authority: Graph) -> None:
    literals = {node for node in authority.objects() if isinstance(node, Literal)}
    terms = {node.datatype for node in literals if node.datatype is not None}
    terms |= {term for term in authority.predicates() if isinstance(term, URIRef)}
    terms |= {kind for kind in authority.objects(None, RDF.type) if isinstance(kind, URIRef)}
    assert {term for term in terms if not any(term in space for space in CLOSED)} == {PERSON}


def test_every_node_is_named_and_described(authority: Graph) -> None:
    nodes = {node for triple in authority for node in triple}
    assert not {node for node in nodes if isinstance(node, BNode)}
    ours = {node for node in nodes if isinstance(node, URIRef) and node.startswith(thing(""))}
    assert ours == set(authority.subjects(RDF.type))


def test_everything_but_a_membership_has_a_label(authority: Graph) -> None:
    names = (SKOS.prefLabel, RDFS.label, FOAF.name)
    named = {subject for name in names for subject in authority.subjects(name)}
    memberships = set(authority.subjects(RDF.type, ORG.Membership))
    assert named == set(authority.subjects(RDF.type)) - memberships


def test_one_preferred_label_a_language_and_none_of_them_twice(authority: Graph) -> None:
    preferred = [(s, label) for s, label in authority.subject_objects(SKOS.prefLabel)]
    languages = Counter((s, label.language) for s, label in preferred if isinstance(label, Literal))
    assert not {key for key, count in languages.items() if count > 1}
    assert not set(preferred) & set(authority.subject_objects(SKOS.altLabel))


@pytest.mark.parametrize("kind", [HC.FederalService, HC.Platform, ORG.Organization, ORG.Post])
def test_no_label_is_claimed_twice_at_one_time(authority: Graph, kind: URIRef) -> None:
    claims: defaultdict[tuple[str | None, str], set[Node]] = defaultdict(set)
    for subject in authority.subjects(RDF.type, kind):
        for label in (label for name in LABELS for label in authority.objects(subject, name)):
            assert isinstance(label, Literal)
            claims[label.language, slug(label)].add(subject)
    twice = set()
    for claim, subjects in claims.items():
        periods = [period(authority, subject) for subject in subjects]
        if any(a[0] <= b[1] and b[0] <= a[1] for a, b in combinations(periods, 2)):
            twice.add(claim)
    assert twice == AMBIGUOUS.get(kind, set())


@pytest.mark.parametrize("name", [SKOS.prefLabel, SKOS.definition])
def test_codes_speak_three_languages(name: URIRef) -> None:
    codes = Graph().parse(FOLDER / "codes.ttl")
    for code in codes.subjects(RDF.type):
        words = [word for word in codes.objects(code, name) if isinstance(word, Literal)]
        assert sorted(str(word.language) for word in words) == ["en", "fr", "nl"], code


@pytest.mark.parametrize(("scheme", "kind"), [("basis", Basis), ("stance", Stance)])
def test_codes_are_those_of_the_links(authority: Graph, scheme: str, kind: object) -> None:
    codes = authority.subjects(SKOS.inScheme, thing(f"concept-scheme/{scheme}"))
    assert set(codes) == {thing(f"{scheme}/{code}") for code in get_args(kind)}
