"""The facts of two builds about one thing to the changes from one to the other."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

Kind = Literal["added", "removed", "changed"]


class Fact(Struct, frozen=True, order=True):
    """One fact as people read it; `where` is page, authority, local, inferred or findings.

    Values are JSON strings for words, paths for things, else as they are printed;
    a text's property bears its language: `schema:text@fr`.
    """

    subject: str
    property: str
    where: str
    value: str


class Change(Struct, frozen=True, kw_only=True):
    """What one subject has for one property, before and after: only what differs."""

    kind: Kind
    subject: str
    property: str
    where: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Difference(Struct, frozen=True, kw_only=True):
    """All that changed about a question, or about a thing that no question owns.

    `old_pages` and `new_pages` are the keys of a question's pages; they are the
    same where the page is, byte for byte.
    """

    about: str
    old_pages: tuple[str, ...]
    new_pages: tuple[str, ...]
    changes: tuple[Change, ...]


def changes(old: Iterable[Fact], new: Iterable[Fact]) -> Iterator[Change]:
    """The changes by subject, property and where a fact stands.

    A fact in another value is one change; a property that had no value, or has
    none any more, is added or removed.
    """
    before, after = set(old), set(new)
    gone, come = _by_property(before - after), _by_property(after - before)
    for key in sorted({*gone, *come}):
        values = gone.get(key, ()), come.get(key, ())
        kind: Kind = "changed" if all(values) else "removed" if values[0] else "added"
        subject, named, where = key
        yield Change(
            kind=kind,
            subject=subject,
            property=named,
            where=where,
            old=values[0],
            new=values[1],
        )


def _by_property(facts: Iterable[Fact]) -> dict[tuple[str, str, str], tuple[str, ...]]:
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for fact in sorted(facts):
        key = (fact.subject, fact.property, fact.where)
        found[key] = (*found.get(key, ()), fact.value)
    return found
