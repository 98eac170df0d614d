"""The parameters of an address to what somebody wants to see of a network."""

from collections.abc import Iterable

from msgspec import Struct

from hemicycle.errors import ExportError
from hemicycle.networks import EVERYTHING, PROJECTIONS, Selection, find_projection, read_selection

FIRST_PROJECTION = "senator-minister"
"""What is shown where nothing is chosen."""

MOST_NODES = 5000
"""More nodes than this are not given at once."""

_MOST_AROUND = 50
_MOST_STEPS = 3


class GraphChoice(Struct, frozen=True, kw_only=True):
    """Which network, and what of it.

    `around` and `more` are things, by what stands behind `id/`: with `around` the network
    is what lies within so many `steps` of these alone; what `more` names is added with all
    that it is tied to. `first` and `last` are years, both counted in; `without` are kinds
    of nodes. `of_all` asks for a network that counts to be made of all questions, however
    many there are.
    """

    projection: str = FIRST_PROJECTION
    selection: Selection = EVERYTHING
    around: tuple[str, ...] = ()
    steps: int = 1
    more: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    without: tuple[str, ...] = ()
    most: int = MOST_NODES
    of_all: bool = False


def read_choice(parameters: Iterable[tuple[str, str]]) -> GraphChoice:
    """The choice that `projection where around steps more from to without most all` make.

    `where`, `around`, `more` and `without` may stand there several times. Raises
    ExportError for what is no value of theirs; others are ignored.

    >>> read_choice([("around", "party/ps"), ("from", "2012")]).first
    2012
    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        if value:
            given.setdefault(name, []).append(value)
    one = {name: values[-1] for name, values in given.items()}
    return GraphChoice(
        projection=_projection(one.get("projection", FIRST_PROJECTION)),
        selection=read_selection(given.get("where", ())),
        around=_things(given.get("around", ())),
        steps=_number(one, "steps", 1, _MOST_STEPS) or 1,
        more=_things(given.get("more", ())),
        first=_number(one, "from", 1, 9999),
        last=_number(one, "to", 1, 9999),
        without=tuple(sorted(set(given.get("without", ())))),
        most=_number(one, "most", 1, MOST_NODES) or MOST_NODES,
        of_all=one.get("all") == "1",
    )


def whole_choice(name: str) -> GraphChoice:
    """A whole network, for plain files: of all questions where it counts them."""
    return GraphChoice(projection=_projection(name), of_all=True)


def projections() -> tuple[str, ...]:
    """The networks there are, by name, the one shown first at the front."""
    return tuple(sorted(PROJECTIONS, key=lambda name: name != FIRST_PROJECTION))


def _projection(name: str) -> str:
    return find_projection(name).described.name


def _things(values: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(values))
    if len(found) > _MOST_AROUND:
        raise ExportError(f"{len(found)} things are too many: name at most {_MOST_AROUND}")
    return found


def _number(one: dict[str, str], name: str, least: int, most: int) -> int | None:
    text = one.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most):
        raise ExportError(f"{name}={text!r} is no number from {least} to {most}")
    return int(text)
