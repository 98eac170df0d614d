"""The .rq files beside this module to rules: a CONSTRUCT query, its title and description."""

from pathlib import Path
from typing import Literal, cast, get_args

from msgspec import Struct

from hemicycle.assets import asset
from hemicycle.errors import QueryError
from hemicycle.namespaces import PREFIXES

Scope = Literal["family", "archive"]
"""How much of the archive a rule must see."""


class Key(Struct, frozen=True, kw_only=True):
    """What cuts all that a rule constructs into pieces, each of one value of a variable.

    What it constructs for a value depends on the subjects that say it by the property `via`,
    of class `kind` where that is named, and on those that say the same as one of them by a
    property of `beside`; on nothing else, and on no named graph.
    """

    variable: str
    via: str
    kind: str | None = None
    beside: tuple[str, ...] = ()


class Rule(Struct, frozen=True, kw_only=True):
    """One CONSTRUCT query; its relative IRIs are relative to the base of the graph.

    `graph` names the named graph that takes what it constructs. `scope` says how much of
    the archive its premises may lie in: `family` is the questions that relations tie
    together, with the authority files; `archive` is everything. `key` is what such a rule
    can be asked of alone.
    """

    name: str
    title: str
    description: str
    query: str
    file: Path
    graph: str
    scope: Scope
    key: Key | None = None


def rules() -> tuple[Rule, ...]:
    """The rules of graph/inferred, in the order they run: a later one sees what an earlier adds."""
    return _read(asset("infer/rules"), "inferred")


def finding_rules() -> tuple[Rule, ...]:
    """The rules of graph/findings: what is odd once all pages and rules are there."""
    return _read(asset("infer/findings"), "findings")


def all_rules(scope: Scope | None = None) -> tuple[Rule, ...]:
    """The rules of both graphs, in the order they run; of one scope, where one is named."""
    found = (*rules(), *finding_rules())
    return tuple(rule for rule in found if scope is None or rule.scope == scope)


def _read(folder: Path, graph: str) -> tuple[Rule, ...]:
    return tuple(read_rule(file, graph) for file in sorted(folder.glob("*.rq")))


def read_rule(file: Path, graph: str) -> Rule:
    """The rule in a file that opens with the lines `# title: …`, `# description: …`, `# scope: …`.

    A line `# key: ?text schema:text hc:WrittenQuestion hc:inChain` may follow: see `Key`.
    Raises QueryError when one of them is missing or the scope is none of the two.
    """
    query = file.read_text(encoding="utf-8")
    lines = iter(query.splitlines())
    return Rule(
        name=file.stem,
        title=_header("title", next(lines, ""), file, 1),
        description=_header("description", next(lines, ""), file, 2),
        query=query,
        file=file,
        graph=graph,
        scope=_scope(_header("scope", next(lines, ""), file, 3), file),
        key=_key(next(lines, ""), file),
    )


def _key(line: str, file: Path) -> Key | None:
    mark = "# key: ?"
    if not line.startswith(mark):
        return None
    variable, *names = line.removeprefix(mark).split()
    if not names or any(name.partition(":")[0] not in PREFIXES for name in names):
        remedy = "write a variable, a property, and where need be a class and properties"
        raise QueryError("has a key without property", file=file, line=4, remedy=remedy)
    via, *others = (
        PREFIXES[prefix] + name for prefix, _, name in (n.partition(":") for n in names)
    )
    return Key(
        variable=variable, via=via, kind=others[0] if others else None, beside=tuple(others[1:])
    )


def _scope(word: str, file: Path) -> Scope:
    if word in get_args(Scope):
        return cast(Scope, word)
    raise QueryError(f"has the scope {word!r}", file=file, line=3, remedy="family or archive")


def _header(key: str, line: str, file: Path, number: int) -> str:
    mark = f"# {key}: "
    if not line.startswith(mark):
        raise QueryError(f"does not say {mark.strip()!r}", file=file, line=number)
    return line.removeprefix(mark).strip()
