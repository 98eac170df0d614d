"""What a shapes graph is compiled to: shapes, constraints and what they are surely kept by."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from hemicycle.validate.compiled.batch import Batch, Said, Term

Test: TypeAlias = Callable[[Term], bool]
"""Whether a value passes, whatever stands around it."""

Rest: TypeAlias = Callable[[Sequence[Term], Said, Batch], bool]
"""Whether the values of a node surely pass, by what the node says and the batch knows."""

Faults: TypeAlias = Callable[[Term, Sequence[Term], Batch], Iterable[Term | None]]
"""The values at fault of a focus node, None for a fault of them all."""


class Constraint(Struct, frozen=True, kw_only=True):
    """One component of SHACL with its parameter.

    `faults` is exact. The others tell at once that there is none: every value passes
    `each`, their number lies within `at_least` and `at_most`, and `rest` holds.
    """

    component: str
    faults: Faults
    each: Test | None = None
    rest: Rest | None = None
    at_least: int = 0
    at_most: int | None = None


class Path(Struct, frozen=True):
    """One property (its IRI), or one against its direction; `text` is what results say."""

    predicate: str
    is_inverse: bool
    text: str


class PropertyShape(Struct, frozen=True):
    """What must hold of the values on a path. `messages` is by language."""

    iri: str
    path: Path
    severity: str
    messages: dict[str, str]
    constraints: tuple[Constraint, ...]

    def values(self, focus: Term, batch: Batch) -> Sequence[Term]:
        """The values of a focus node, each once."""
        if self.path.is_inverse:
            return batch.incoming(self.path.predicate).get(focus, ())
        return list(dict.fromkeys(batch.said(focus).get(self.path.predicate, ())))


class NodeShape(Struct, frozen=True):
    """What must hold of a node itself, and of its values; `closed` names all it may say."""

    iri: str
    severity: str
    messages: dict[str, str]
    constraints: tuple[Constraint, ...]
    properties: tuple[PropertyShape, ...]
    closed: frozenset[str] | None = None


class Targets(Struct, frozen=True):
    """By what a shape finds its focus nodes."""

    classes: tuple[Term, ...]
    nodes: tuple[Term, ...]
    subjects_of: tuple[str, ...]
    objects_of: tuple[str, ...]


class PathPlan(NamedTuple):
    """What the values of one predicate must surely be, for all property shapes on it.

    `need` is 1 for a predicate that must be there, so that needs can be added up.
    """

    each: Test | None
    rest: tuple[Rest, ...]
    need: int
    at_most: int | None


class Plan(Struct, frozen=True):
    """A node shape as the fast road takes it: `need` predicates must be there."""

    focus: tuple[Constraint, ...]
    paths: dict[str, PathPlan]
    need: int
    inverse: tuple[PropertyShape, ...]
    is_closed: bool


class Target(Struct, frozen=True):
    """A shape with its targets and its plan, and where it may find no focus node."""

    shape: NodeShape
    targets: Targets
    plan: Plan
    may_find_none: bool = False
    may_find_none_without: frozenset[str] = frozenset()


class Compiled(Struct, frozen=True):
    """A shapes graph as checks: make one with `compile_shapes`, use it for any number of batches.

    `watched` are the predicates that are followed against their direction, or by which
    focus nodes are found; `signs` those without which a shape may find none.
    """

    targets: tuple[Target, ...]
    watched: frozenset[str]
    signs: frozenset[str] = frozenset()
