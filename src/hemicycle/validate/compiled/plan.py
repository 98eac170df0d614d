"""A node shape to the plan by which nodes that keep it are told fast.

A plan may say of no node that it keeps a shape which it breaks. It need not know all that
do: what it does not pass is looked at constraint by constraint.
"""

from collections.abc import Sequence
from functools import lru_cache, reduce

from rdflib import SH

from hemicycle.validate.compiled.batch import Batch, Said, Term
from hemicycle.validate.compiled.constraints import component
from hemicycle.validate.compiled.model import (
    Constraint,
    NodeShape,
    PathPlan,
    Plan,
    Rest,
    Test,
)

_REMEMBERED = 16_384
"""So many values that passed are remembered for each property."""

_CHEAP = {component(SH[name]) for name in ("languageIn", "minLength", "maxLength", "nodeKind")}
"""Told faster than remembered; their values may be long texts, too."""


def plan_of(shape: NodeShape) -> Plan:
    """The plan of a shape; a predicate with several property shapes is looked at once."""
    by_predicate: dict[str, list[Constraint]] = {}
    for below in shape.properties:
        if not below.path.is_inverse:
            by_predicate.setdefault(below.path.predicate, []).extend(below.constraints)
    paths = {predicate: _path_plan(found) for predicate, found in by_predicate.items()}
    for predicate in shape.closed or ():
        paths.setdefault(predicate, PathPlan(None, (), 0, None))
    return Plan(
        focus=shape.constraints,
        paths=paths,
        need=sum(path.need for path in paths.values()),
        inverse=tuple(below for below in shape.properties if below.path.is_inverse),
        is_closed=shape.closed is not None,
    )


def passes(node: Term, plan: Plan, batch: Batch) -> bool:
    """Whether a node surely keeps a shape."""
    said = batch.said(node)
    if not _values_pass(said, plan, batch):
        return False
    for constraint in plan.focus:
        if not _is_kept(constraint, (node,), said, batch):
            return False
    for below in plan.inverse:
        values = below.values(node, batch)
        for constraint in below.constraints:
            if not _is_kept(constraint, values, said, batch):
                return False
    return True


def _values_pass(said: Said, plan: Plan, batch: Batch) -> bool:
    seen = 0
    paths = plan.paths
    for predicate, found in said.items():
        path = paths.get(predicate)
        if path is None:
            if plan.is_closed:
                return False
            continue
        each, rest, need, at_most = path
        if len(found) > 1:
            found = list(dict.fromkeys(found))
            if not _all_pass(found, each, at_most):
                return False
        elif each is not None and not each(found[0]):
            return False
        if rest and not _rest_holds(rest, found, said, batch):
            return False
        seen += need
    return seen == plan.need


def _all_pass(values: Sequence[Term], each: Test | None, at_most: int | None) -> bool:
    if at_most is not None and len(values) > at_most:
        return False
    return each is None or all(map(each, values))


def _rest_holds(rest: Sequence[Rest], values: Sequence[Term], said: Said, batch: Batch) -> bool:
    for test in rest:  # noqa: SIM110 - a loop is faster than all() of a generator
        if not test(values, said, batch):
            return False
    return True


def _is_kept(constraint: Constraint, values: Sequence[Term], said: Said, batch: Batch) -> bool:
    if constraint.each is not None:
        return all(map(constraint.each, values))
    if constraint.rest is not None:
        return constraint.rest(values, said, batch)
    most = constraint.at_most
    return constraint.at_least <= len(values) and (most is None or len(values) <= most)


def _path_plan(constraints: Sequence[Constraint]) -> PathPlan:
    at_least = max((constraint.at_least for constraint in constraints), default=0)
    most = [constraint.at_most for constraint in constraints if constraint.at_most is not None]
    rest = [constraint.rest for constraint in constraints if constraint.rest is not None]
    if at_least > 1:
        rest.append(_at_least(at_least))
    return PathPlan(
        each=_each(constraints),
        rest=tuple(rest),
        need=1 if at_least else 0,
        at_most=min(most, default=None),
    )


def _at_least(number: int) -> Rest:
    return lambda values, said, batch: len(values) >= number


def _each(constraints: Sequence[Constraint]) -> Test | None:
    tests = [found.each for found in constraints if found.each is not None]
    if not tests:
        return None
    test = tests[0] if len(tests) == 1 else _all_of(tests)
    components = {found.component for found in constraints if found.each is not None}
    return test if components <= _CHEAP else lru_cache(maxsize=_REMEMBERED)(test)


def _all_of(tests: Sequence[Test]) -> Test:
    return reduce(lambda first, second: lambda value: first(value) and second(value), tests)
