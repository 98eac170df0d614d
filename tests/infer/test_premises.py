"""What rules must see: a store of just that gives what the whole store gives."""

from pathlib import Path

from hemicycle.infer import Rule, all_rules, mention_kinds, premises


def rule(query: str) -> Rule:
    return Rule(
        name="x",
        title="x",
        description="x",
        query=query,
        file=Path("x.rq"),
        graph="inferred",
        scope="family",
    )


def test_every_property_a_rule_names_is_a_premise() -> None:
    query = "PREFIX a: <http://a/>\nPREFIX b-c: <http://b/>\nCONSTRUCT { ?s a:p ?o } WHERE { ?s b-c:q ?o }"
    found = premises([rule(query)])
    assert {"http://a/p", "http://b/q"} <= found
    assert "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" in found


def test_kinds_of_mentions_are_those_that_rules_name() -> None:
    service = rule('?m hc:mentionKind "service" ; hc:body ?s')
    account = rule('?m hc:mentionKind "account"')
    other = rule("?q hc:askedOn ?day")
    assert mention_kinds([service, other, account]) == ("account", "service")
    assert mention_kinds([service, rule("?m hc:body ?q")]) is None


def test_our_family_rules_name_the_kinds_they_read() -> None:
    """Else every mention of every page would be loaded for them."""
    assert mention_kinds(all_rules("family")) is not None
