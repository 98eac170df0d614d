"""A network laid out to one page: lines, marks and words at their places, in points.

Nodes are drawn smallest last, so that none hides; the names of those with most edges
stand beside them wherever there is room.
"""

from collections.abc import Iterator

from msgspec import Struct

from hemicycle.export.labels import Label, labels_of
from hemicycle.export.legend import kinds_shown
from hemicycle.export.network_request import label_of
from hemicycle.networks import Network, Node
from hemicycle.networks.looks import LOOKS, Colour, size_of

WIDTH, HEIGHT = 1600.0, 1130.0
"""A page of A4, lying."""

_LEFT, _TOP, _RIGHT, _BOTTOM = 40.0, 110.0, 290.0, 60.0
_BLACK, _GREY = (26, 26, 26), (89, 89, 89)
_LEGEND_STEP = 30.0
_WORDS = {
    "fr": "Source : questions écrites du Sénat de Belgique",
    "nl": "Bron: schriftelijke vragen van de Belgische Senaat",
    "en": "Source: written questions of the Belgian Senate",
}
_UNTIL = {"fr": "jusqu'au", "nl": "tot", "en": "until"}
_SIZES = {
    "fr": "{nodes} nœuds, {edges} arêtes",
    "nl": "{nodes} knopen, {edges} verbindingen",
    "en": "{nodes} nodes, {edges} edges",
}


class Line(Struct, frozen=True):
    """An edge; `opacity` is less where there are many."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    opacity: float


class Mark(Struct, frozen=True):
    """A node: shape, colour, half its width; `title` is its label."""

    x: float
    y: float
    half: float
    shape: str
    colour: Colour
    title: str


class Words(Struct, frozen=True):
    """A text that stands on y; x is its start, middle or end, as `anchor` says."""

    x: float
    y: float
    text: str
    size: float
    colour: Colour = _BLACK
    anchor: str = "start"


class Picture(Struct, frozen=True):
    """One page, in the order of drawing; y grows downwards."""

    title: str
    description: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]


def picture_of(network: Network) -> Picture:
    """The page of a network; of one without nodes, its title and source alone."""
    marks = _marks(network)
    described, language = network.described, network.language
    labels = labels_of([_wanted(node, marks[node.iri]) for node in network.nodes], WIDTH - _RIGHT)
    legend_marks, legend_words = _legend(network)
    return Picture(
        title=described.title[language],
        description=described.description[language],
        lines=tuple(_lines(network, marks)),
        marks=(*sorted(marks.values(), key=lambda mark: -mark.half), *legend_marks),
        words=(
            *map(_named, labels),
            *legend_words,
            *_texts(network),
        ),
    )


def _named(label: Label) -> Words:
    return Words(label.x, label.y, label.text, label.size, anchor=label.anchor)


def _marks(network: Network) -> dict[str, Mark]:
    spots = [(node.place.x, node.place.y) if node.place else (0.0, 0.0) for node in network.nodes]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    left, right = min(xs, default=0.0), max(xs, default=0.0)
    low, high = min(ys, default=0.0), max(ys, default=0.0)
    wide, tall = WIDTH - _LEFT - _RIGHT - 60, HEIGHT - _TOP - _BOTTOM - 60
    scale = min(wide / max(right - left, 1.0), tall / max(high - low, 1.0), 4.0)
    middle_x, middle_y = _LEFT + 30 + wide / 2, _TOP + 30 + tall / 2
    marks = {}
    for node, (x, y) in zip(network.nodes, spots, strict=True):
        look = LOOKS[node.kind]
        half = round(min(15.0, max(2.2, size_of(node.degree) * scale)), 2)
        marks[node.iri] = Mark(
            x=round(middle_x + (x - (left + right) / 2) * scale, 2),
            y=round(middle_y - (y - (low + high) / 2) * scale, 2),
            half=half,
            shape=look.shape,
            colour=look.colour,
            title=label_of(node),
        )
    return marks


def _wanted(node: Node, mark: Mark) -> Label:
    """The label of a node before it has a place: at the node itself."""
    size = round(min(20.0, 11.0 + mark.half * 0.45), 1)
    return Label(mark.x, mark.y, mark.title, size, mark.half, node.degree)


def _lines(network: Network, marks: dict[str, Mark]) -> Iterator[Line]:
    heaviest = max((edge.weight for edge in network.edges), default=1)
    opacity = round(max(0.06, min(0.6, 300 / (len(network.edges) + 1))), 3)
    for edge in network.edges:
        one, other = marks[edge.source], marks[edge.target]
        width = round(0.7 + 3.3 * (edge.weight - 1) / max(heaviest - 1, 1), 2)
        yield Line(one.x, one.y, other.x, other.y, width, opacity)


def _legend(network: Network) -> tuple[list[Mark], list[Words]]:
    x, y = WIDTH - _RIGHT + 20, _TOP + 30
    marks, words = [], []
    for number, (kind, count) in enumerate(kinds_shown(network)):
        look = LOOKS[kind]
        name, at = look.names[network.language], y + number * _LEGEND_STEP
        marks.append(Mark(x, at, 8.0, look.shape, look.colour, name))
        words.append(Words(x + 18, at + 5.5, f"{name} ({count})", 15.0))
    return marks, words


def _texts(network: Network) -> Iterator[Words]:
    described, language = network.described, network.language
    chosen = f" ({network.chosen})" if network.chosen else ""
    yield Words(_LEFT, 48.0, f"{described.title[language]}{chosen}", 30.0)
    yield Words(_LEFT, 78.0, described.description[language], 16.0, _GREY)
    sizes = _SIZES[language].format(nodes=len(network.nodes), edges=len(network.edges))
    until = f", {_UNTIL[language]} {network.latest}" if network.latest else ""
    yield Words(_LEFT, HEIGHT - 24, f"{_WORDS[language]}{until} · {sizes} · Hemicycle", 14.0, _GREY)
