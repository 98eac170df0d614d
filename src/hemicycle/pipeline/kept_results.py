"""What shapes found and what was counted, to plain data that can be written, and back."""

from collections import Counter

from msgspec import Struct
from rdflib import Literal, Node, URIRef

from hemicycle.pipeline.ledger import FoundIn, Ledger, Words
from hemicycle.validate import Place, Result
from hemicycle.validate.compiled import Checked


class KeptTerm(Struct, frozen=True, array_like=True):
    """An IRI, or with `is_literal` the words of a literal with its language or its datatype."""

    value: str
    is_literal: bool = False
    language: str | None = None
    datatype: str | None = None


class KeptResult(Struct, frozen=True, array_like=True):
    """One result; see `hemicycle.validate.Result`."""

    focus: KeptTerm
    path: str | None
    value: KeptTerm | None
    shape: str
    component: str
    severity: str
    messages: dict[str, str]
    place: Place | None


class KeptChecked(Struct, frozen=True, array_like=True):
    """Results and counts; see `hemicycle.validate.compiled.Checked`."""

    results: tuple[KeptResult, ...]
    focus_nodes: tuple[int, ...]
    signs: dict[str, int]


class KeptLedger(Struct, frozen=True, array_like=True):
    """Counts with what they are of; see `hemicycle.pipeline.ledger.Ledger`."""

    findings: list[tuple[Words, int]]
    files: list[tuple[FoundIn, int]]
    services: dict[str, int]
    statuses: dict[str, str]


def kept_ledger(ledger: Ledger) -> KeptLedger:
    """As plain data."""
    return KeptLedger(
        list(ledger.findings.items()), list(ledger.files.items()), ledger.services, ledger.statuses
    )


def known_ledger(kept: KeptLedger) -> Ledger:
    """What `kept_ledger` was given."""
    return Ledger(
        Counter(dict(kept.findings)),
        Counter(dict(kept.files)),
        Counter(kept.services),
        kept.statuses,
    )


def kept_checked(checked: Checked) -> KeptChecked:
    """As plain data."""
    return KeptChecked(
        tuple(map(_kept_result, checked.results)), checked.focus_nodes, checked.signs
    )


def known_checked(kept: KeptChecked) -> Checked:
    """What `kept_checked` was given."""
    return Checked(tuple(map(_result, kept.results)), kept.focus_nodes, kept.signs)


def _kept_result(result: Result) -> KeptResult:
    return KeptResult(
        _kept_term(result.focus),
        result.path,
        None if result.value is None else _kept_term(result.value),
        result.shape,
        result.component,
        result.severity,
        result.messages,
        result.place,
    )


def _result(kept: KeptResult) -> Result:
    return Result(
        focus=_term(kept.focus),
        path=kept.path,
        value=None if kept.value is None else _term(kept.value),
        shape=kept.shape,
        component=kept.component,
        severity=kept.severity,
        messages=kept.messages,
        place=kept.place,
    )


def _kept_term(term: Node) -> KeptTerm:
    if isinstance(term, Literal):
        datatype = None if term.datatype is None else str(term.datatype)
        return KeptTerm(str(term), True, term.language, datatype)
    return KeptTerm(str(term))


def _term(kept: KeptTerm) -> Node:
    if not kept.is_literal:
        return URIRef(kept.value)
    datatype = None if kept.datatype is None else URIRef(kept.datatype)
    return Literal(kept.value, lang=kept.language, datatype=datatype, normalize=False)
