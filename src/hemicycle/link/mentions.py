"""The places of a printed value to mentions of what it names."""

from hemicycle.links import Basis, Finding, Mention
from hemicycle.records import Record


def mentions_of(
    record: Record,
    page: str,
    key: str,
    kind: str,
    body: str,
    rule: str,
    basis: Basis = "printed",
) -> list[Mention]:
    """One mention for each copy of the value `key` of the record, which names `body`."""
    found: list[Mention] = []
    for start, end in record.spans.get(key, ()):
        exact = page[start:end]
        found.append(
            Mention(kind=kind, body=body, start=start, end=end, exact=exact, rule=rule, basis=basis)
        )
    return found


def finding_at(record: Record, key: str, *, kind: str, about: str | None, words: str) -> Finding:
    """A finding on the value `key` of the record, at its first copy."""
    for start, end in record.spans.get(key, ()):
        return Finding(kind=kind, about=about, words=words, start=start, end=end)
    return Finding(kind=kind, about=about, words=words)
