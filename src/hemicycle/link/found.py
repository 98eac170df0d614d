"""What one step of linking finds, and all of them together."""

from collections.abc import Iterable

from msgspec import Struct

from hemicycle.links import Account, AccountStatement, Finding, LocalNode, Mention


class Found(Struct, frozen=True, kw_only=True):
    """Mentions, nodes and findings of one step."""

    mentions: tuple[Mention, ...] = ()
    accounts: tuple[Account, ...] = ()
    statements: tuple[AccountStatement, ...] = ()
    local_nodes: tuple[LocalNode, ...] = ()
    findings: tuple[Finding, ...] = ()


def together(steps: Iterable[Found]) -> Found:
    """All that some steps found: each thing once, in an order that the page alone gives."""
    steps = list(steps)
    mentions = {m: None for step in steps for m in step.mentions}
    findings = {f: None for step in steps for f in step.findings}
    statements = {s.path: s for step in steps for s in step.statements}
    accounts = {a.path: a for step in reversed(steps) for a in reversed(step.accounts)}
    nodes: dict[str, dict[tuple[str | None, str], None]] = {}
    for step in steps:
        for node in step.local_nodes:
            nodes.setdefault(node.path, {}).update(dict.fromkeys(node.labels))
    return Found(
        mentions=tuple(sorted(mentions, key=_place_of_mention)),
        accounts=tuple(accounts[path] for path in sorted(accounts)),
        statements=tuple(statements[path] for path in sorted(statements)),
        local_nodes=tuple(LocalNode(path, tuple(nodes[path])) for path in sorted(nodes)),
        findings=tuple(sorted(findings, key=_place_of_finding)),
    )


def _place_of_mention(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.kind, mention.body


def _place_of_finding(finding: Finding) -> tuple[str, int, str, str]:
    start = -1 if finding.start is None else finding.start
    return finding.kind, start, finding.words, finding.about or ""
