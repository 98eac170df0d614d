"""A network to SVG: one page with labels, legend, title and source."""

from collections.abc import Iterator
from pathlib import Path

from hemicycle.export.network_request import from_request, writing_text
from hemicycle.export.picture import HEIGHT, WIDTH, Line, Mark, Picture, Words, picture_of
from hemicycle.export.xml_text import DECLARATION, element, escaped, inside
from hemicycle.networks import Network
from hemicycle.networks.looks import hexadecimal

_NAMESPACE = "http://www.w3.org/2000/svg"
_FONT = "DejaVu Sans, Verdana, Arial, sans-serif"


def write_svg_file(network: Network, file: Path) -> None:
    """SVG of a network that has places; the same network gives the same bytes."""
    picture = picture_of(network)
    size = {"viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}", "width": f"{WIDTH:g}", "height": f"{HEIGHT:g}"}
    with writing_text(file) as out:
        out.write(DECLARATION)
        values = {"xmlns": _NAMESPACE, **size, "role": "img", "font-family": _FONT}
        with inside(out, "svg", values):
            out.writelines(_parts(picture))


write_svg = from_request(write_svg_file)


def _parts(picture: Picture) -> Iterator[str]:
    yield element("title", {}, escaped(picture.title))
    yield element("desc", {}, escaped(picture.description))
    yield element("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    yield from map(_line, picture.lines)
    yield from map(_mark, picture.marks)
    yield from map(_words, picture.words)


def _line(line: Line) -> str:
    ends = {"x1": line.x1, "y1": line.y1, "x2": line.x2, "y2": line.y2}
    shown = {name: f"{value:g}" for name, value in ends.items()}
    looks = {"stroke": "#777777", "stroke-width": str(line.width), "opacity": str(line.opacity)}
    return element("line", {**shown, **looks})


def _mark(mark: Mark) -> str:
    looks = {"fill": hexadecimal(mark.colour), "stroke": "#ffffff", "stroke-width": "0.8"}
    title = element("title", {}, escaped(mark.title))
    if mark.shape == "disc":
        spot = {"cx": f"{mark.x:g}", "cy": f"{mark.y:g}", "r": f"{mark.half:g}"}
        return element("circle", {**spot, **looks}, title)
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners(mark))
    return element("polygon", {"points": points, **looks}, title)


def corners(mark: Mark) -> list[tuple[float, float]]:
    """The corners of a mark that is no disc."""
    x, y, half = mark.x, mark.y, mark.half
    if mark.shape == "square":
        side = half * 0.9
        return [
            (x - side, y - side),
            (x + side, y - side),
            (x + side, y + side),
            (x - side, y + side),
        ]
    if mark.shape == "triangle":
        return [(x, y - half * 1.15), (x + half, y + half * 0.75), (x - half, y + half * 0.75)]
    wide = half * 1.2
    return [(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)]


def _words(words: Words) -> str:
    """A text, with a white edge that keeps it readable on lines."""
    place = {"x": f"{words.x:g}", "y": f"{words.y:g}", "font-size": f"{words.size:g}"}
    if words.anchor != "start":
        place["text-anchor"] = words.anchor
    edge = {"stroke": "#ffffff", "stroke-width": "3", "paint-order": "stroke"}
    return element(
        "text", {**place, "fill": hexadecimal(words.colour), **edge}, escaped(words.text)
    )
