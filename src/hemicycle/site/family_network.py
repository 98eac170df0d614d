"""The members of a family to a small drawing: who asked, each question, the services that spoke."""

from collections.abc import Sequence

from msgspec import Struct

from hemicycle.site.data import Node

WIDTH = 840
_ROW = 26.0
_TOP = 30.0
_ASKER, _QUESTION, _SERVICE = 40.0, 210.0, 540.0
_LONGEST = 34
_BESIDE, _LETTER = 66.0, 7.3
"""How wide a question's number is, and a letter of the minister's name, about."""


class Dot(Struct, frozen=True):
    """One thing of the drawing; `kind` is what it is coloured by, `more` stands behind its name."""

    node: Node
    x: float
    y: float
    kind: str
    label: str
    more: str = ""


class Tie(Struct, frozen=True):
    """A curve from one thing to another, as the `d` of a path."""

    path: str
    is_answer: bool


class Network(Struct, frozen=True):
    """The drawing, in units of its view box."""

    width: int
    height: float
    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]


Drawn = tuple[Node, Node | None, str | None, tuple[Node, ...], Node | None]


def network(members: Sequence[Drawn]) -> Network:
    """The drawing of members: question, minister, status, services, asker; by their order."""
    rows = max(len(members), 1)
    height = _TOP * 2 + _ROW * (rows - 1)
    askers = _column([each[4] for each in members if each[4]], _ASKER, height, "asker")
    services = _column(
        [service for each in members for service in each[3]], _SERVICE, height, "service"
    )
    dots, ties = [*askers.values(), *services.values()], []
    for row, (node, minister, status, spoke, asker) in enumerate(members):
        more = "" if minister is None else _short(minister.label)
        dot = Dot(node, _QUESTION, _TOP + _ROW * row, status or "unread", node.label, more)
        dots.append(dot)
        if asker is not None:
            ties.append(Tie(_curve(askers[asker.iri], dot), False))
        ties += [Tie(_curve(dot, services[service.iri]), True) for service in spoke]
    return Network(WIDTH, height, tuple(dots), tuple(ties))


def _column(nodes: Sequence[Node], x: float, height: float, kind: str) -> dict[str, Dot]:
    """Things one below the other, spread over the height."""
    found = {node.iri: node for node in nodes}
    step = height / (len(found) + 1)
    return {
        iri: Dot(node, x, round(step * (row + 1), 1), kind, _short(node.label))
        for row, (iri, node) in enumerate(found.items())
    }


def _curve(start: Dot, end: Dot) -> str:
    """A curve from one dot to another; it begins behind the words beside a question's dot."""
    begin = start.x
    if start.x == _QUESTION:
        begin += _BESIDE + _LETTER * len(start.more)
    middle = (begin + end.x) / 2
    return f"M{begin:g} {start.y}C{middle:g} {start.y} {middle:g} {end.y} {end.x:g} {end.y}"


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
