"""A network to PNG: the page that SVG shows, drawn by Pillow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hemicycle.errors import ExportError
from hemicycle.export.network_request import from_request
from hemicycle.export.picture import HEIGHT, WIDTH, Picture, picture_of
from hemicycle.export.request import writing
from hemicycle.export.svg import corners
from hemicycle.networks import Network

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_FINER = 2
_LINE = 119
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_FONTS = ("DejaVuSans.ttf", "Verdana.ttf", "verdana.ttf", "Arial.ttf", "arial.ttf")


def write_png_file(network: Network, file: Path) -> None:
    """PNG of a network that has places, 1,600 by 1,130 points.

    Raises ExportError where there is no Pillow or no font.
    """
    try:
        from PIL import Image, ImageDraw
    except ImportError as error:
        raise ExportError(
            "PNG needs Pillow", remedy="pip install 'hemicycle[pictures]', or export svg"
        ) from error
    picture = picture_of(network)
    size = (int(WIDTH) * _FINER, int(HEIGHT) * _FINER)
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image, "RGBA")
    _draw_lines(picture, draw)
    _draw_marks(picture, draw)
    _draw_words(picture, draw)
    smaller = image.resize((int(WIDTH), int(HEIGHT)), Image.Resampling.LANCZOS)
    with writing(file) as out:
        smaller.save(out, format="PNG", optimize=True)


write_png = from_request(write_png_file)


def _draw_lines(picture: Picture, draw: ImageDraw) -> None:
    for line in picture.lines:
        ends = [_FINER * value for value in (line.x1, line.y1, line.x2, line.y2)]
        colour = (_LINE, _LINE, _LINE, int(255 * line.opacity))
        draw.line(ends, fill=colour, width=max(1, round(line.width * _FINER)))


def _draw_marks(picture: Picture, draw: ImageDraw) -> None:
    for mark in picture.marks:
        if mark.shape == "disc":
            x, y, half = (_FINER * value for value in (mark.x, mark.y, mark.half))
            draw.ellipse(
                [x - half, y - half, x + half, y + half], fill=mark.colour, outline="white"
            )
        else:
            points = [(x * _FINER, y * _FINER) for x, y in corners(mark)]
            draw.polygon(points, fill=mark.colour, outline="white")


def _draw_words(picture: Picture, draw: ImageDraw) -> None:
    fonts: dict[float, FreeTypeFont] = {}
    for words in picture.words:
        if words.size not in fonts:
            fonts[words.size] = _font(words.size * _FINER)
        draw.text(
            (words.x * _FINER, words.y * _FINER),
            words.text,
            fill=words.colour,
            font=fonts[words.size],
            anchor=_ANCHORS[words.anchor],
            stroke_width=3,
            stroke_fill="white",
        )


def _font(size: float) -> FreeTypeFont:
    """A font of the system that has French and Dutch letters: Pillow's own has no accents."""
    from PIL import ImageFont

    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    raise ExportError(
        f"PNG needs a font: none of {', '.join(_FONTS)} is installed",
        remedy="install one (Debian: fonts-dejavu-core), or export svg",
    )
