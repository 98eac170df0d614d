"""Families are the connected components of "also asked as", whatever questions list."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib.namespace import DCTERMS, PROV, RDF

from hemicycle.infer import apply_rule, rules
from hemicycle.mint import Mint
from hemicycle.namespaces import HC

Number = tuple[int, int]
numbers = st.tuples(st.integers(1, 12), st.integers(1, 12))
listings = st.lists(st.tuples(numbers, numbers), max_size=25)


def described(number: Number) -> list[Quad]:
    """A written question of this legislature and number, as graph/local has it."""
    legislature, serial = number
    node = question(number)
    return [
        Quad(node, NamedNode(RDF.type), NamedNode(HC.WrittenQuestion)),
        Quad(node, NamedNode(DCTERMS.identifier), Literal(f"{legislature}-{serial}")),
        Quad(node, NamedNode(HC.legislature), Mint().thing(f"legislature/{legislature}")),
        Quad(node, NamedNode(HC.number), Literal(serial)),
    ]


def question(number: Number) -> NamedNode:
    return Mint().thing(f"question/{number[0]}-{number[1]}")


def families_of(store: Store) -> dict[str, set[str]]:
    """Each family's name and members, as the rules derive them."""
    for rule in rules()[:2]:
        apply_rule(rule, store, Mint())
    families: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(HC.memberOf), None, None):
        if isinstance(quad.object, NamedNode):
            families.setdefault(quad.object.value, set()).add(str(quad.subject))
    return families


@given(listings)
@settings(deadline=None)
def test_families_are_components_named_by_their_lowest_member(
    pairs: list[tuple[Number, Number]],
) -> None:
    store = Store()
    for one, other in pairs:
        store.extend(described(one) + described(other))
        store.add(Quad(question(one), NamedNode(HC.alsoAskedAs), question(other)))
    graph: nx.Graph[Number] = nx.Graph(pairs)
    components = [component for component in nx.connected_components(graph) if len(component) > 1]
    expected = {
        Mint().thing("family/{}-{}".format(*min(component))).value: {
            str(question(member)) for member in component
        }
        for component in components
    }
    assert families_of(store) == expected


STATUSES = (
    "answered",
    "answered-without-text",
    "requalified",
    "closed",
    "lapsed",
    "reminded",
    "pending",
)
OF_STATUS = (
    HC.answeredCount, HC.requalifiedCount, HC.closedCount, HC.lapsedCount, HC.remindedCount,
    HC.pendingCount,
)  # fmt: skip


@given(st.lists(st.sampled_from([*STATUSES, None]), min_size=2, max_size=12))
@settings(deadline=None)
def test_counts_by_status_and_members_not_read_add_up(fates: list[str | None]) -> None:
    store = Store()
    family = Mint().thing("family/5-1")
    for number, status in enumerate(fates, 1):
        member = question((5, number))
        store.add(Quad(member, NamedNode(HC.memberOf), family))
        if status is not None:
            store.add(Quad(member, NamedNode(HC.status), Mint().thing(f"status/{status}")))
            store.add(Quad(member, NamedNode(PROV.wasDerivedFrom), Mint().thing("text/a")))
    (rule,) = (rule for rule in rules() if rule.name == "16-family-counts")
    apply_rule(rule, store, Mint())
    counts = {
        quad.predicate.value: int(getattr(quad.object, "value", ""))
        for quad in store.quads_for_pattern(family, None, None, Mint().graph("inferred"))
    }
    read = sum(counts[str(term)] for term in OF_STATUS)
    assert counts[str(HC.memberCount)] == len(fates)
    assert counts[str(HC.readCount)] == read == len(fates) - fates.count(None)
    assert counts[str(HC.unknownCount)] == fates.count(None)
