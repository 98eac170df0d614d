"""The rules that hold across documents, as SPARQL, to what they find in a store.

A rule is a file of `shapes/rules`: a SELECT query that gives what breaks it, as ?focus, and
where there are some ?path and ?value. Its head:

    # severity: Violation                    or Warning, or Info
    # looks-at: instances hc:Answer          or: subjects hc:alsoAskedAs
    # message-en: …                          what to do; and -fr, -nl
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store, Variable
from rdflib import SH

from hemicycle.errors import ShapeError
from hemicycle.graphs import as_term
from hemicycle.namespaces import BASE, PREFIXES
from hemicycle.validate.report import FocusCount, Report, Result, reported
from hemicycle.validate.shapes import LANGUAGES, SHAPE
from hemicycle.validate.slips import slip_of

_COMPONENT = str(SH.SPARQLConstraintComponent)
_SEVERITIES = ("Violation", "Warning", "Info")
_COUNT = "SELECT ?term (COUNT(DISTINCT ?node) AS ?number) WHERE {{ {} }} GROUP BY ?term"
_COUNTS = {
    "instances": _COUNT.format("?node a ?term"),
    "subjects": _COUNT.format("?node ?term ?value"),
}
_PREFIXED = re.compile(r"(?<![\w<:/-])([a-z]+):([A-Za-z]\w*)")
_HEAD = ("severity", "looks-at", *(f"message-{language}" for language in LANGUAGES))


class CrossRule(Struct, frozen=True, kw_only=True):
    """One rule: `looks_at` is how its focus nodes are counted, with the term it takes."""

    name: str
    severity: str
    looks_at: str
    term: str
    messages: dict[str, str]
    query: str
    file: Path

    @property
    def iri(self) -> str:
        """What stands as source shape in its results."""
        return f"{SHAPE}Rule-{self.name}"


def load_rules(folder: Path) -> tuple[CrossRule, ...]:
    """The rules of a folder, by name.

    Raises ShapeError, with file and line, when a head does not say what it must, and when
    the folder holds none.
    """
    rules = tuple(read_rule(file) for file in sorted(folder.glob("*.rq")))
    if not rules:
        raise ShapeError("holds no rules", file=folder, remedy="name a folder of .rq files")
    return rules


def read_rule(file: Path) -> CrossRule:
    """The rule of a file; ShapeError when its head lacks a line or has an unknown word."""
    query = file.read_text(encoding="utf-8")
    lines = query.splitlines()
    head = {key: _said(key, lines, number, file) for number, key in enumerate(_HEAD, start=1)}
    if head["severity"] not in _SEVERITIES:
        remedy = f"use {', '.join(_SEVERITIES)}"
        raise ShapeError(f"has severity {head['severity']}", file=file, line=1, remedy=remedy)
    how, _, term = head["looks-at"].partition(" ")
    prefix, _, name = term.partition(":")
    if how not in _COUNTS or prefix not in PREFIXES or not name:
        remedy = "write instances or subjects, and a prefixed name"
        raise ShapeError(f"looks at {head['looks-at']!r}", file=file, line=2, remedy=remedy)
    _check_terms(lines, file)
    return CrossRule(
        name=file.stem,
        severity=head["severity"],
        looks_at=how,
        term=PREFIXES[prefix] + name,
        messages={language: head[f"message-{language}"] for language in LANGUAGES},
        query=query,
        file=file,
    )


def check_rules(rules: Iterable[CrossRule], store: Store, base: str = BASE) -> Report:
    """Hold the merge of a store (its default graph) against some rules.

    Raises ShapeError when a query does not parse, or gives no ?focus.
    """
    results: list[Result] = []
    counts: list[FocusCount] = []
    for rule in rules:
        results.extend(rule_results(rule, store, base))
        counts.append(FocusCount(rule.iri, _looked_at(rule, store), may_find_none=True))
    return reported(results, counts, base)


def rule_results(rule: CrossRule, store: Store, base: str = BASE) -> list[Result]:
    """What one rule finds in the merge of a store; raises as `check_rules` does."""
    return list(_found(rule, store, base))


def rule_counts(
    rules: Iterable[CrossRule], instances: Mapping[str, int], subjects: Mapping[str, int]
) -> list[FocusCount]:
    """What rules look at, where it is known how many nodes each class and property has."""
    known = {"instances": instances, "subjects": subjects}
    return [
        FocusCount(rule.iri, known[rule.looks_at].get(rule.term, 0), may_find_none=True)
        for rule in rules
    ]


def _said(key: str, lines: list[str], number: int, file: Path) -> str:
    mark = f"# {key}: "
    line = lines[number - 1] if number <= len(lines) else ""
    if not line.startswith(mark) or not line.removeprefix(mark).strip():
        remedy = f"write {mark}… there"
        raise ShapeError(f"does not say {key}", file=file, line=number, remedy=remedy)
    return line.removeprefix(mark).strip()


def _check_terms(lines: list[str], file: Path) -> None:
    """Raise ShapeError for a term, in the head or the query, that its vocabulary lacks."""
    for number, line in enumerate(lines, start=1):
        if line.startswith("#") and not line.startswith("# looks-at"):
            continue
        for prefix, name in _PREFIXED.findall(line):
            slip = slip_of(PREFIXES[prefix] + name) if prefix in PREFIXES else None
            if slip is not None:
                raise ShapeError(slip.problem, file=file, line=number, remedy=slip.remedy)


def _found(rule: CrossRule, store: Store, base: str) -> Iterator[Result]:
    try:
        rows = store.query(rule.query, base_iri=base)
    except SyntaxError as error:
        raise ShapeError(error.msg, file=rule.file, line=error.lineno) from error
    if not isinstance(rows, QuerySolutions) or Variable("focus") not in rows.variables:
        raise ShapeError("gives no ?focus", file=rule.file, remedy="SELECT ?focus ?path ?value")
    names = {variable.value for variable in rows.variables}
    for row in rows:
        path = _value(row, "path", names)
        value = _value(row, "value", names)
        yield Result(
            focus=as_term(row["focus"]),
            path=path.value if isinstance(path, NamedNode) else None,
            value=None if value is None else as_term(value),
            shape=rule.iri,
            component=_COMPONENT,
            severity=rule.severity,
            messages=rule.messages,
        )


def _value(row: QuerySolution, name: str, names: set[str]) -> object:
    return row[name] if name in names else None


def _looked_at(rule: CrossRule, store: Store) -> int:
    rows = store.query(
        _COUNTS[rule.looks_at], substitutions={Variable("term"): NamedNode(rule.term)}
    )
    assert isinstance(rows, QuerySolutions)
    numbers = [row["number"] for row in rows]
    return sum(int(number.value) for number in numbers if isinstance(number, Literal))
