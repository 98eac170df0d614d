"""A batch of triples to what compiled shapes find in it, and many batches to one report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from rdflib import SH

from hemicycle.graphs import as_term
from hemicycle.namespaces import BASE
from hemicycle.validate.compiled.batch import Batch, Statement, Term, Types
from hemicycle.validate.compiled.model import Compiled, NodeShape, PropertyShape, Target
from hemicycle.validate.compiled.plan import passes
from hemicycle.validate.report import FocusCount, Report, Result, reported

_CLOSED = str(SH.ClosedConstraintComponent)


class Checked(Struct, frozen=True):
    """The results of one batch, and the focus nodes of each shape, in the order of its shapes.

    `signs` are predicates (IRIs) by which the batch says something, and of how many nodes.
    """

    results: tuple[Result, ...]
    focus_nodes: tuple[int, ...]
    signs: dict[str, int]


def check(
    compiled: Compiled,
    triples: Iterable[Statement],
    types: Types | None = None,
    also: frozenset[str] = frozenset(),
) -> Checked:
    """Hold a batch against compiled shapes: what pySHACL would find, and how much it looked at.

    A batch is judged by its own triples. All that is said of a focus node, and all that
    points at one by a watched predicate, must be in it; of the nodes that stand elsewhere
    `types` tells the classes. `also` are predicates whose speakers are counted beside those
    of the shapes' signs.
    """
    batch = Batch(triples, compiled.watched, {} if types is None else types)
    found = _focus_nodes(compiled, batch)
    results: list[Result] = []
    for target, nodes in zip(compiled.targets, found, strict=True):
        for node in nodes:
            if not passes(node, target.plan, batch):
                results.extend(_results(node, target.shape, batch))
    return Checked(tuple(results), tuple(map(len, found)), batch.speakers(compiled.signs | also))


def summed(compiled: Compiled, checked: Iterable[Checked]) -> Checked:
    """What some batches give together."""
    results: dict[tuple[str, ...], Result] = {}
    focus_nodes, signs = [0] * len(compiled.targets), Counter[str]()
    for one in checked:
        results.update((result.identity, result) for result in one.results)
        focus_nodes = list(map(int.__add__, focus_nodes, one.focus_nodes))
        signs.update(one.signs)
    return Checked(tuple(results.values()), tuple(focus_nodes), dict(sorted(signs.items())))


def without(checked: Checked, gone: Checked) -> Checked:
    """What is left of many batches without some of them."""
    names = {result.identity for result in gone.results}
    signs = Counter(checked.signs)
    signs.subtract(gone.signs)
    return Checked(
        tuple(result for result in checked.results if result.identity not in names),
        tuple(map(int.__sub__, checked.focus_nodes, gone.focus_nodes)),
        {sign: nodes for sign, nodes in signs.items() if nodes},
    )


def checked_report(compiled: Compiled, checked: Iterable[Checked], base: str = BASE) -> Report:
    """One report of many batches; results get IRIs below `base`.

    A focus node that stands in several batches is counted in each.
    """
    whole = summed(compiled, checked)
    counts = (
        FocusCount(target.shape.iri, total, _may_find_none(target, whole.signs))
        for target, total in zip(compiled.targets, whole.focus_nodes, strict=True)
    )
    return reported(whole.results, counts, base)


def _may_find_none(target: Target, signs: Mapping[str, int]) -> bool:
    lacking = target.may_find_none_without
    return target.may_find_none or (bool(lacking) and lacking.isdisjoint(signs))


def _focus_nodes(compiled: Compiled, batch: Batch) -> list[dict[Term, None]]:
    """The focus nodes of each shape, each once."""
    by_class = batch.instances()
    return [_found(target, by_class, batch) for target in compiled.targets]


def _found(
    target: Target, by_class: Mapping[Term, dict[Term, None]], batch: Batch
) -> dict[Term, None]:
    wanted = target.targets
    if not (wanted.nodes or wanted.subjects_of or wanted.objects_of) and len(wanted.classes) == 1:
        return by_class.get(wanted.classes[0], {})
    found = dict.fromkeys(wanted.nodes)
    for kind in wanted.classes:
        found |= by_class.get(kind, {})
    for predicate in wanted.subjects_of:
        pointing = batch.incoming(predicate).values()
        found |= dict.fromkeys(node for nodes in pointing for node in nodes)
    for predicate in wanted.objects_of:
        found |= dict.fromkeys(batch.incoming(predicate))
    return found


def _results(node: Term, shape: NodeShape, batch: Batch) -> Iterator[Result]:
    for constraint in shape.constraints:
        for value in constraint.faults(node, [node], batch):
            yield _result(node, shape, constraint.component, value, None)
    for below in shape.properties:
        values = below.values(node, batch)
        for constraint in below.constraints:
            for value in constraint.faults(node, values, batch):
                yield _result(node, below, constraint.component, value, below.path.text)
    if shape.closed is not None:
        yield from _beyond(node, shape, shape.closed, batch)


def _beyond(node: Term, shape: NodeShape, closed: frozenset[str], batch: Batch) -> Iterator[Result]:
    """What a node says and a closed shape does not know."""
    for predicate, values in batch.said(node).items():
        if predicate not in closed:
            for value in values:
                yield _result(node, shape, _CLOSED, value, predicate)


def _result(
    node: Term,
    shape: NodeShape | PropertyShape,
    component: str,
    value: Term | None,
    path: str | None,
) -> Result:
    return Result(
        focus=as_term(node),
        path=path,
        value=None if value is None else as_term(value),
        shape=shape.iri,
        component=component,
        severity=shape.severity,
        messages=shape.messages,
    )
