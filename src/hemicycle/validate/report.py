"""What validation found: one result a fault, and the report of them all, in order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

import msgspec
from msgspec import Struct
from rdflib import DCTERMS, RDF, SH, Graph, Literal, Node, URIRef

from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, PREFIXES
from hemicycle.validate.shapes import SHAPE

_CLOSED = str(SH.ClosedConstraintComponent)
_RANKS = {"Violation": 0, "Warning": 1, "Info": 2}


class FocusCount(NamedTuple):
    """How many focus nodes the targets of a shape (its IRI) found in the data graph.

    `may_find_none` is said of what this graph may lack by right: it holds nothing that speaks
    of answers, say, and so no answer.
    """

    shape: str
    focus_nodes: int
    may_find_none: bool = False


class Place(Struct, frozen=True):
    """Where a fact stands that is at fault: a file, and a line in it, counted from 1."""

    file: str
    line: int


class Result(Struct, frozen=True, kw_only=True):
    """One fault, in SHACL's words.

    `path` is the IRI of a property, or a SPARQL property path where it is more than one;
    `value` is the value at fault, None where one is missing or there are too many;
    `shape` and `component` are IRIs; `severity` is `Violation`, `Warning` or `Info`;
    `messages` tell what to do, by language; `place` is where the fact stands, if known.
    """

    focus: Node
    path: str | None
    value: Node | None
    shape: str
    component: str
    severity: str
    messages: dict[str, str]
    place: Place | None = None

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What tells this result from all others: focus, shape, value and component.

        The value comes with its property where a closed shape has none for it: two of them
        may have one value.
        """
        value = "" if self.value is None else _written(self.value)
        if self.component == _CLOSED:
            value = f"{self.path} {value}"
        return _written(self.focus), self.shape, value, self.component

    @property
    def key(self) -> str:
        """The name of the result: the same fault bears the same one in every run."""
        return sha256(msgspec.json.encode(self.identity)).hexdigest()[:16]


class Report(Struct, frozen=True, kw_only=True):
    """The results, each once, violations first; and what each shape looked at.

    Make one with `reported`. `base` is the base below which results get their IRIs.
    """

    results: tuple[Result, ...]
    focus_counts: tuple[FocusCount, ...]
    base: str = BASE

    @property
    def conforms(self) -> bool:
        """False when there is a violation; warnings alone leave it True."""
        return not any(result.severity == "Violation" for result in self.results)

    @property
    def unused(self) -> tuple[str, ...]:
        """The shapes whose targets found no focus node."""
        return tuple(count.shape for count in self.focus_counts if count.focus_nodes == 0)

    @property
    def errors(self) -> tuple[str, ...]:
        """The shapes that found no focus node though the graph has what they are for.

        They are errors of the report. Where the graph is none of ours, all are named.
        """
        empty = (count for count in self.focus_counts if count.focus_nodes == 0)
        return tuple(count.shape for count in empty if self.is_foreign or not count.may_find_none)

    @property
    def is_foreign(self) -> bool:
        """Whether there are shapes and none found a focus node: the graph is none of ours."""
        counts = self.focus_counts
        return bool(counts) and not any(count.focus_nodes for count in counts)

    @property
    def graph(self) -> Graph:
        """The W3C validation report, without blank nodes of its own.

        A path of more than one property is left out: its form is a blank node, and
        the source shape has it.
        """
        graph = _empty_graph()
        for stated in self.statements():
            graph.add(stated)
        return graph

    def statements(self) -> Iterator[tuple[Node, Node, Node]]:
        """The triples of the graph; rdflib takes longer to hold them than we to make them."""
        mint = Mint(self.base)
        names = [result.key for result in self.results]
        digest = sha256(" ".join(names).encode()).hexdigest()[:16]
        report = URIRef(mint.thing(f"validation-report/{digest}").value)
        yield report, RDF.type, SH.ValidationReport
        yield report, SH.conforms, Literal(self.conforms)
        for name, result in zip(names, self.results, strict=True):
            node = URIRef(mint.thing(f"validation-result/{name}").value)
            yield report, SH.result, node
            for predicate, value in _described(result):
                yield node, predicate, value


def reported(
    results: Iterable[Result], focus_counts: Iterable[FocusCount], base: str = BASE
) -> Report:
    """The report of these results and counts: each result once, counts of one shape added."""
    each = {result.identity: result for result in results}
    totals: Counter[str] = Counter()
    wanted: set[str] = set()
    for count in focus_counts:
        totals[count.shape] += count.focus_nodes
        if not count.may_find_none:
            wanted.add(count.shape)
    return Report(
        results=tuple(sorted(each.values(), key=_order)),
        focus_counts=tuple(
            FocusCount(shape, totals[shape], shape not in wanted) for shape in sorted(totals)
        ),
        base=base,
    )


def merged(reports: Iterable[Report], base: str = BASE) -> Report:
    """One report of several, as of a corpus that was validated in batches.

    A focus node that stands in several batches is counted in each.
    """
    all_reports = list(reports)
    return reported(
        (result for report in all_reports for result in report.results),
        (count for report in all_reports for count in report.focus_counts),
        base,
    )


def _order(result: Result) -> tuple[int, tuple[str, str, str, str]]:
    return _RANKS.get(result.severity, len(_RANKS)), result.identity


def _written(term: Node) -> str:
    # n3() refuses an IRI that is none and warns of odd numbers: a report must name them all
    if isinstance(term, URIRef):
        return f"<{term}>"
    if not isinstance(term, Literal):
        return f"_:{term}"
    if term.language:
        return f'"{term}"@{term.language}'
    return f'"{term}"^^<{term.datatype}>' if term.datatype else f'"{term}"'


def _empty_graph() -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (*PREFIXES.items(), ("shape", SHAPE)):
        graph.bind(prefix, namespace)
    return graph


def _described(result: Result) -> Iterator[tuple[Node, Node]]:
    yield RDF.type, SH.ValidationResult
    yield SH.focusNode, result.focus
    yield SH.resultSeverity, SH[result.severity]
    yield SH.sourceShape, URIRef(result.shape)
    yield SH.sourceConstraintComponent, URIRef(result.component)
    if result.path is not None and is_property(result.path):
        yield SH.resultPath, URIRef(result.path)
    if result.value is not None:
        yield SH.value, result.value
    if result.place is not None:
        yield DCTERMS.source, Literal(f"{result.place.file}, line {result.place.line}")
    for language, message in result.messages.items():
        yield SH.resultMessage, Literal(message, lang=language or None)


def is_property(path: str) -> bool:
    """Whether a result's path is one property, not a SPARQL property path.

    >>> is_property("https://schema.org/text"), is_property("^<https://schema.org/text>")
    (True, False)
    """
    return "<" not in path
