"""One job of a query worker to the file of its answer, or to the reason why there is none."""

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from hemicycle.errors import EndpointError, ExportError, QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.query.guard import refuse_service, unparsed
from hemicycle.serve.graph_files import GraphForm, write_graph
from hemicycle.serve.messages import (
    Answered,
    Changed,
    Failed,
    Job,
    NotAcceptable,
    Outcome,
    Refused,
)
from hemicycle.serve.row_files import ROW_WRITERS, Limited
from hemicycle.serve.settings import MOST_BYTES

_COLUMN = re.compile(r"at column (\d+)")
_CLASSES = ", ['"
"""What the parser goes on with where it names classes of signs, which nobody wants to read."""

_TRUTH_FORMS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_Found: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples


def evaluate(build: OpenBuild, job: Job) -> Outcome:
    """Evaluate a job on a build; its answer is written to the job's file.

    What the query itself is to blame for is an outcome, never an error.
    """
    try:
        outcome = _written(build, job)
    except EndpointError as error:
        outcome = Failed(problem=error.problem)
    try:
        build.confirm()
    except EndpointError:
        return Changed()
    return outcome


def _written(build: OpenBuild, job: Job) -> Outcome:
    try:
        found = _found(build.store, build.mint, job)
        if isinstance(found, QueryTriples):
            return _write_triples(found, build.mint, job)
        if isinstance(found, QueryBoolean):
            return _write_truth(found, job)
        return _write_rows(found, job)
    except QueryError as error:
        return refusal(error)
    except (OSError, RuntimeError, ValueError) as error:
        return Refused(problem=f"the query cannot be evaluated: {error}")


def refusal(error: QueryError) -> Refused:
    """What to tell a client about a query that was refused."""
    column = _COLUMN.search(error.problem)
    expected, classes, _ = error.problem.partition(_CLASSES)
    return Refused(
        problem=f"{expected}, …" if classes else expected,
        remedy=error.remedy,
        line=error.line,
        column=int(column[1]) if column else None,
    )


def _found(store: Store, mint: Mint, job: Job) -> _Found:
    """What a query finds in the data set that its request names.

    A request that names any graph names all: without default graphs its default graph
    is empty, https://www.w3.org/TR/sparql11-protocol/#dataset.
    """
    refuse_service(job.query, mint)
    default, named = job.default_graphs, job.named_graphs
    chosen = default is not None or named is not None
    # A store elsewhere would send all rows before we see the first: it is told how many.
    ask = store.query if isinstance(store, Store) else partial(store.query, most=job.row_limit + 1)
    try:
        return ask(
            job.query,
            base_iri=mint.base,
            prefixes=PREFIXES,
            default_graph=[_graph(name) for name in default or ()] if chosen else None,
            named_graphs=[NamedNode(name) for name in named or ()] if chosen else None,
        )
    except SyntaxError as error:
        raise unparsed(job.query, str(error)) from error


def _graph(name: str) -> NamedNode | DefaultGraph:
    return NamedNode(name) if name else DefaultGraph()


def _write_rows(found: QuerySolutions, job: Job) -> Outcome:
    if job.row_form is None:
        return NotAcceptable(kind="rows")
    columns = [variable.value for variable in found.variables]
    with Path(job.out).open("wb") as out:
        rows = Limited((tuple(row) for row in found), job.row_limit, out, MOST_BYTES)
        ROW_WRITERS[job.row_form](columns, rows, out)
    return Answered(kind="rows", rows=rows.count, cut=rows.cut)


def _write_truth(found: QueryBoolean, job: Job) -> Outcome:
    if job.row_form is None:
        return NotAcceptable(kind="truth")
    with Path(job.out).open("wb") as out:
        found.serialize(out, _TRUTH_FORMS[job.row_form])
    return Answered(kind="truth", rows=1)


def _write_triples(found: Iterable[Triple], mint: Mint, job: Job) -> Outcome:
    if job.graph_form is None:
        return NotAcceptable(kind="triples")
    triples: set[Triple] = set()
    cut: Literal["", "rows"] = ""
    for triple in found:
        if len(triples) == job.row_limit and triple not in triples:
            cut = "rows"
            break
        triples.add(triple)
    try:
        write_graph(triples, GraphForm(job.graph_form), mint, Path(job.out))
    except ExportError as error:
        return NotAcceptable(kind="triples", problem=error.problem)
    return Answered(kind="triples", rows=len(triples), cut=cut)
