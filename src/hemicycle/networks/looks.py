"""A kind of node to its colour and shape, and its degree to its size: the key of all pictures.

The colours are Okabe and Ito's, which colour-blind eyes tell apart
(https://jfly.uni-koeln.de/color/), and two greys; where two kinds share one, their
shapes differ.
"""

from collections.abc import Mapping
from math import sqrt
from types import MappingProxyType

from msgspec import Struct

from hemicycle.networks.records import OTHER

Colour = tuple[int, int, int]
"""Red, green, blue, each from 0 to 255."""


class Look(Struct, frozen=True):
    """How one kind of node is drawn; `shape` is disc, square, triangle or diamond.

    `names` say what the kind is called, by language.
    """

    colour: Colour
    shape: str
    names: dict[str, str]


_BLACK, _GREY, _DARK_GREY = (0, 0, 0), (153, 153, 153), (102, 102, 102)
_ORANGE, _SKY, _GREEN, _YELLOW = (230, 159, 0), (86, 180, 233), (0, 158, 115), (240, 228, 66)
_BLUE, _VERMILION, _PURPLE = (0, 114, 178), (213, 94, 0), (204, 121, 167)


def _look(colour: Colour, shape: str, fr: str, nl: str, en: str) -> Look:
    return Look(colour, shape, {"fr": fr, "nl": nl, "en": en})


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "question": _look(_SKY, "disc", "question écrite", "schriftelijke vraag", "question"),
        "request-for-explanations": _look(
            _SKY, "square", "demande d'explications", "vraag om uitleg", "request for explanations"
        ),
        "oral-question": _look(
            _SKY, "triangle", "question orale", "mondelinge vraag", "oral question"
        ),
        "family": _look(_BLACK, "diamond", "famille", "familie", "family"),
        "person": _look(_GREEN, "disc", "personne", "persoon", "person"),
        "senator": _look(_GREEN, "triangle", "sénateur", "senator", "senator"),
        "minister": _look(_BLUE, "disc", "ministre", "minister", "minister"),
        "post": _look(_YELLOW, "square", "fonction", "ambt", "post"),
        "party": _look(_PURPLE, "diamond", "parti", "partij", "party"),
        "concept": _look(_GREY, "triangle", "mot-clé", "trefwoord", "keyword"),
        "service": _look(_VERMILION, "square", "service", "dienst", "service"),
        "account": _look(_ORANGE, "disc", "compte", "account", "account"),
        "platform": _look(_BLUE, "square", "plateforme", "platform", "platform"),
        OTHER: _look(_DARK_GREY, "disc", "autre", "andere", "other"),
    }
)
"""How each kind of node is drawn, in the order of legends."""

_SMALLEST = 4.0


def size_of(degree: int) -> float:
    """The size of a node that so many edges meet: its area grows with them.

    >>> size_of(0), size_of(9)
    (4.0, 10.0)
    """
    return round(_SMALLEST + 2 * sqrt(degree), 2)


def hexadecimal(colour: Colour) -> str:
    """A colour as HTML has it.

    >>> hexadecimal((230, 159, 0))
    '#e69f00'
    """
    return "#" + "".join(f"{part:02x}" for part in colour)
