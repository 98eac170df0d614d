"""What one step of linking finds, and all of them together."""

from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from hemicycle.links import Account, AccountStatement, Finding, LocalNode, Mention


class Found(Struct, frozen=True, kw_only=True, gc=False):
    """Mentions, nodes and findings of one step."""

    mentions: tuple[Mention, ...] = ()
    accounts: tuple[Account, ...] = ()
    statements: tuple[AccountStatement, ...] = ()
    local_nodes: tuple[LocalNode, ...] = ()
    findings: tuple[Finding, ...] = ()


NOTHING = Found()

_START = attrgetter("start")
_Thing = TypeVar("_Thing")


def together(steps: Sequence[Found]) -> Found:
    """All that some steps found: each thing once, in an order that the page alone gives."""
    statements: dict[str, AccountStatement] = {}
    accounts: dict[str, Account] = {}
    nodes: dict[str, LocalNode] = {}
    mentions: list[Mention] = []
    findings: dict[Finding, None] = {}
    for step in steps:
        mentions += step.mentions
        for finding in step.findings:
            findings[finding] = None
        for account in step.accounts:
            accounts.setdefault(account.path, account)
        for said in step.statements:
            statements[said.path] = said
        for node in step.local_nodes:
            known = nodes.get(node.path)
            nodes[node.path] = node if known is None else _one(known, node)
    return Found(
        mentions=_in_order(mentions),
        accounts=_by_path(accounts),
        statements=_by_path(statements),
        local_nodes=_by_path(nodes),
        findings=tuple(sorted(findings, key=_place_of_finding)),
    )


def _one(node: LocalNode, other: LocalNode) -> LocalNode:
    """A node with the labels of two of its path, each once."""
    if node.labels == other.labels:
        return node
    return LocalNode(node.path, tuple(dict.fromkeys((*node.labels, *other.labels))))


def _by_path(things: dict[str, _Thing]) -> tuple[_Thing, ...]:
    """Some things in the order of their paths."""
    return tuple([things[path] for path in sorted(things)]) if things else ()


def _in_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Each mention once, by its place: where none begins at the same as another, that is all."""
    if len({mention.start for mention in mentions}) < len(mentions):
        return tuple(sorted(dict.fromkeys(mentions), key=_place_of_mention))
    return tuple(sorted(mentions, key=_START))


def _place_of_mention(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.kind, mention.body


def _place_of_finding(finding: Finding) -> tuple[str, int, str, str]:
    start = -1 if finding.start is None else finding.start
    return finding.kind, start, finding.words, finding.about or ""
