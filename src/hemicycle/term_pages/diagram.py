"""The classes of the ontology, and the properties between them, to a drawing."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.builder import ElementMaker

from hemicycle.namespaces import HC
from hemicycle.term_pages.terms import Ontology, Term, short

_SVG = "http://www.w3.org/2000/svg"
_E = ElementMaker(namespace=_SVG, nsmap={None: _SVG})
_COLUMN, _ROW, _WIDTH, _HEIGHT, _MARGIN = 290, 112, 176, 44, 24
_LINE = 14
_STYLE = """
.box { fill: none; stroke: currentColor; stroke-width: 1.2; }
.other { stroke-dasharray: 4 3; }
.edge { stroke: currentColor; stroke-width: 1; opacity: .65; }
.above { stroke-dasharray: 2 3; }
text { fill: currentColor; font: 13px/1 "Source Sans 3", "DejaVu Sans", Arial, sans-serif;
  text-anchor: middle; dominant-baseline: central; }
.edge-name { font-size: 11px; font-style: italic; paint-order: stroke; stroke: Canvas;
  stroke-width: 5px; stroke-linejoin: round; }
"""

_PLACES: dict[str, tuple[int, int]] = {
    "hc:Legislature": (0, 0),
    "hc:QuestionFamily": (1, 0),
    "hc:QuestionChain": (2, 0),
    "hc:Question": (1, 1),
    "hc:OralQuestion": (0, 1),
    "hc:RequestForExplanations": (2, 1),
    "org:Organization": (3, 1),
    "hc:Event": (0, 2),
    "hc:WrittenQuestion": (1, 2),
    "foaf:Person": (2, 2),
    "hc:PartyMembership": (3, 2),
    "hc:QuestionPart": (0, 3),
    "hc:Answer": (1, 3),
    "org:Post": (2, 3),
    "org:Membership": (3, 3),
    "hc:AnswerPart": (0, 4),
    "hc:AnswerSection": (1, 4),
    "hc:FederalService": (2, 4),
    "hc:Government": (3, 4),
    "hc:Mention": (0, 5),
    "hc:AccountStatement": (1, 5),
    "foaf:OnlineAccount": (2, 5),
    "hc:Platform": (3, 5),
    "hc:PageText": (0, 6),
    "hc:Finding": (1, 6),
}
"""Column and row of each class; one that has none here stands in the last row."""


class Edge(NamedTuple):
    """What leads from one class to another: the names of properties, none for `is a`."""

    start: str
    end: str
    names: tuple[str, ...]


def diagram(ontology: Ontology) -> etree._Element:
    """A drawing of the classes: our own as full boxes that link to their descriptions.

    A line that would run through the box of a third class is left out; the descriptions
    of the properties have it.
    """
    places = dict(_PLACES)
    last = max(row for _, row in places.values())
    own = [f"hc:{term.name}" for term in ontology.terms if term.is_class]
    for column, name in enumerate(name for name in own if name not in places):
        places[name] = (2 + column % 2, last + column // 2)
    width = 2 * _MARGIN + 3 * _COLUMN + _WIDTH
    height = 2 * _MARGIN + max(row for _, row in places.values()) * _ROW + _HEIGHT
    edges = [edge for edge in _edges(ontology, places) if not _is_blocked(edge, places)]
    marker = _E.marker(
        _E.path(d="M0,0 L8,4 L0,8 z", fill="currentColor"),
        id="arrow", viewBox="0 0 8 8", refX="8", refY="4",
        markerWidth="7", markerHeight="7", orient="auto",
    )  # fmt: skip
    return _E.svg(
        _E.title(ontology.title["en"]),
        _E.style(_STYLE),
        _E.defs(marker),
        *(line for edge in edges for line in _drawn_line(edge, places)),
        *(_box(name, places[name], ontology) for name in places),
        *(text for edge in edges for text in _drawn_names(edge, places)),
        viewBox=f"0 0 {width} {height}",
        role="img",
    )


def _edges(ontology: Ontology, places: dict[str, tuple[int, int]]) -> Iterator[Edge]:
    names: dict[tuple[str, str], list[str]] = {}
    for term in ontology.terms:
        for start, end in _ends(term):
            if start in places and end in places and start != end:
                found = names.setdefault((start, end), [])
                if not term.is_class:
                    found.append(term.name)
    for (start, end), found in names.items():
        yield Edge(start, end, tuple(found))


def _ends(term: Term) -> Iterator[tuple[str, str]]:
    if term.is_class:
        yield from ((f"hc:{term.name}", short(above)) for above in term.above)
    for start in (*term.domain, *term.included_in):
        yield from ((short(start), short(end)) for end in term.range)


def _middle(place: tuple[int, int]) -> tuple[float, float]:
    column, row = place
    return (_MARGIN + column * _COLUMN + _WIDTH / 2, _MARGIN + row * _ROW + _HEIGHT / 2)


def _is_blocked(edge: Edge, places: dict[str, tuple[int, int]]) -> bool:
    """Whether the straight line between two boxes meets a third: looked at in 64 points."""
    (x1, y1), (x2, y2) = _middle(places[edge.start]), _middle(places[edge.end])
    others = [
        _middle(place) for name, place in places.items() if name not in (edge.start, edge.end)
    ]
    points = [(x1 + (x2 - x1) * n / 64, y1 + (y2 - y1) * n / 64) for n in range(65)]
    return any(
        abs(x - left) < _WIDTH / 2 + 4 and abs(y - top) < _HEIGHT / 2 + 4
        for x, y in points
        for left, top in others
    )


def _border(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Where the line from one middle to another leaves the first box."""
    across, down = end[0] - start[0], end[1] - start[1]
    shares = [half / abs(way) for half, way in ((_WIDTH / 2, across), (_HEIGHT / 2, down)) if way]
    share = min(shares)
    return (round(start[0] + across * share, 1), round(start[1] + down * share, 1))


def _drawn_line(edge: Edge, places: dict[str, tuple[int, int]]) -> Iterator[etree._Element]:
    start, end = _middle(places[edge.start]), _middle(places[edge.end])
    (x1, y1), (x2, y2) = _border(start, end), _border(end, start)
    look = "edge" if edge.names else "edge above"
    line = _E.line(x1=f"{x1:g}", y1=f"{y1:g}", x2=f"{x2:g}", y2=f"{y2:g}")
    line.set("class", look)
    line.set("marker-end", "url(#arrow)")
    yield line


def _drawn_names(edge: Edge, places: dict[str, tuple[int, int]]) -> Iterator[etree._Element]:
    start, end = _middle(places[edge.start]), _middle(places[edge.end])
    (x1, y1), (x2, y2) = _border(start, end), _border(end, start)
    # on a slant nearer to the start: slanted lines cross in their middles
    share = 0.5 if x1 == x2 or y1 == y2 else 0.32
    x, y = round(x1 + (x2 - x1) * share, 1), round(y1 + (y2 - y1) * share, 1)
    top = y - (len(edge.names) - 1) * _LINE / 2
    for number, name in enumerate(edge.names):
        text = _E.text(name, x=f"{x:g}", y=f"{top + number * _LINE:g}")
        text.set("class", "edge-name")
        yield _linked(text, name)


def _box(name: str, place: tuple[int, int], ontology: Ontology) -> etree._Element:
    x, y = _middle(place)
    is_own = name.startswith("hc:")
    box = _E.rect(
        x=f"{x - _WIDTH / 2:g}", y=f"{y - _HEIGHT / 2:g}", width=f"{_WIDTH}", height=f"{_HEIGHT}",
        rx="5",
    )  # fmt: skip
    box.set("class", "box" if is_own else "box other")
    group = _E.g(box, _E.text(name.removeprefix("hc:"), x=f"{x:g}", y=f"{y:g}"))
    return _linked(group, name.removeprefix("hc:")) if is_own else group


def _linked(element: etree._Element, name: str) -> etree._Element:
    link = _E.a(element)
    link.set("href", f"{HC._NS}{name}")
    return link
