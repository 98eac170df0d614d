"""A validation report to text for people, JSON for programs, Turtle for the web of data."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from pyoxigraph import NamedNode, RdfFormat, Triple
from rdflib import Literal, Node

from hemicycle.namespaces import PREFIXES
from hemicycle.rdf_bytes import rdf_bytes
from hemicycle.validate.compiled.constraints import as_oxigraph
from hemicycle.validate.report import Report, Result, is_property
from hemicycle.validate.shapes import SHAPE
from hemicycle.validate.words import WORDS, Language, Words

_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()} | {SHAPE: "shape"}
_PREFIXES = {name: PREFIXES[name] for name in ("dcterms", "hc", "sh", "xsd")} | {"shape": SHAPE}
_IRI_IN_PATH = re.compile(r"<([^<>]*)>")
_LONGEST_VALUE = 120
"""How many characters of a value a line of the text shows."""


def as_text(report: Report, language: Language = "en") -> str:
    """The report for people: whether the graph conforms, each result, what was looked at.

    A message that lacks the language is given in English, or in the first it has.
    """
    words = WORDS[language]
    lines = [heading(report, words)]
    totals = Counter(result.severity for result in report.results)
    lines.append(words.counted.format(violations=totals["Violation"], warnings=totals["Warning"]))
    for result in report.results:
        lines += ["", *_result_lines(result, words, language)]
    lines += ["", words.looked_at]
    lines += [f"{count.focus_nodes:8} {short(count.shape)}" for count in report.focus_counts]
    for title, shapes in ((words.unused, report.unused), (words.errors, report.errors)):
        if shapes:
            lines += ["", title, *(f"  {short(shape)}" for shape in shapes)]
    return "\n".join(lines) + "\n"


def heading(report: Report, words: Words) -> str:
    """Whether the graph conforms to the shapes, or is no graph for them."""
    if report.is_foreign:
        return words.foreign
    return words.conforms if report.conforms else words.violated


def _result_lines(result: Result, words: Words, language: Language) -> Iterator[str]:
    severity = words.severities.get(result.severity, result.severity)
    yield f"[{severity}] {result.focus}"
    if result.path is not None:
        value = "" if result.value is None else f" {cut(result.value)}"
        yield f"  {short_path(result.path)}{value}"
    yield f"  {message(result.messages, language)}"
    yield f"  ({short(result.shape)})"
    if result.place is not None:
        yield f"  {words.place.format(file=result.place.file, line=result.place.line)}"


def message(messages: dict[str, str], language: Language) -> str:
    """A message in a language, else in English, else in the first it has."""
    for code in (language, "en"):
        if code in messages:
            return messages[code]
    return next(iter(messages.values()), "")


def cut(value: Node) -> str:
    """A value on one line of no great length; a literal between quotes."""
    text = f'"{value}"' if isinstance(value, Literal) else str(value)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_VALUE else f"{line[: _LONGEST_VALUE - 1]}…"


def short(iri: str) -> str:
    """An IRI as prefix and name, where it has a prefix of ours.

    >>> short("https://w3id.org/hemicycle/ns#askedOn")
    'hc:askedOn'
    """
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMESPACES.get(iri[:cut])
    return iri if prefix is None else f"{prefix}:{iri[cut:]}"


def short_path(path: str) -> str:
    """A result's path with the prefixes of ours."""
    if is_property(path):
        return short(path)
    return _IRI_IN_PATH.sub(lambda found: short(found[1]), path)


def as_json(report: Report) -> str:
    """The report for programs: conforms, results, focus nodes of each shape, what found none.

    Terms have the form of SPARQL's results (https://www.w3.org/TR/sparql11-results-json/).
    """
    plain = {
        "conforms": report.conforms,
        "results": [_plain(result) for result in report.results],
        "focus_counts": {count.shape: count.focus_nodes for count in report.focus_counts},
        "unused": report.unused,
        "errors": report.errors,
    }
    return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode() + "\n"


def _plain(result: Result) -> dict[str, object]:
    return {
        "focus": _plain_term(result.focus),
        "path": result.path,
        "value": None if result.value is None else _plain_term(result.value),
        "shape": result.shape,
        "component": result.component,
        "severity": result.severity,
        "messages": result.messages,
        "place": result.place,
    }


def _plain_term(term: Node) -> dict[str, str]:
    if not isinstance(term, Literal):
        return {"type": "uri", "value": str(term)}
    plain = {"type": "literal", "value": str(term)}
    if term.language is not None:
        return plain | {"xml:lang": term.language}
    return plain if term.datatype is None else plain | {"datatype": str(term.datatype)}


def as_turtle(report: Report) -> str:
    """The W3C validation report in Turtle, the same bytes for the same results.

    Oxigraph writes it: rdflib takes a second for a thousand results.
    """
    name = lru_cache(maxsize=None)(NamedNode)
    statements = {
        Triple(name(str(subject)), name(str(predicate)), as_oxigraph(value))
        for subject, predicate, value in report.statements()
    }
    written = rdf_bytes(sorted(statements, key=str), RdfFormat.TURTLE, _PREFIXES)
    return written.decode()
