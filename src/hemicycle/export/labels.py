"""Labels at their nodes to labels that do not overlap, the most tied nodes first."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

_MOST, _FEWER, _MANY = 160, 70, 400
_SPARED = 80
_LONGEST = 44
_CELL = 60.0
_LETTER = 0.6  # of the size: how wide a letter is, about


class Label(Struct, frozen=True):
    """A text that stands on y; x is its start, middle or end, as `anchor` says.

    `half` is half the width of its node's mark.
    """

    x: float
    y: float
    text: str
    size: float
    half: float
    degree: int
    anchor: str = "start"


class _Box(Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class _Taken:
    """Boxes by the cells of a grid that they touch."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[_Box]] = {}

    def add(self, box: _Box) -> None:
        for cell in self._touched(box):
            self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: _Box) -> bool:
        cells = self._touched(box)
        return not any(box.meets(other) for cell in cells for other in self._cells.get(cell, ()))

    def _touched(self, box: _Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
                yield column, row


def labels_of(wanted: Sequence[Label], right: float) -> list[Label]:
    """The labels that there is room for, moved beside their nodes, left of `right`.

    `wanted` stand at the middle of their nodes. Labels may cover small marks, not those
    of nodes with many edges, and never each other.
    """
    most = _MOST if len(wanted) <= _MANY else _FEWER  # where there are many, few are read
    order = sorted(wanted, key=lambda label: (-label.degree, label.text))[: most * 4]
    taken = _Taken()
    for label in order[:_SPARED]:
        spot = label.half * 0.8
        taken.add(_Box(label.x - spot, label.y - spot, label.x + spot, label.y + spot))
    found: list[Label] = []
    for label in order:
        if len(found) == most:
            break
        for moved in _beside(label):
            box = _box(moved)
            if box.left >= 0 and box.right <= right and taken.is_free(box):
                taken.add(box)
                found.append(moved)
                break
    return found


def _beside(label: Label) -> Iterator[Label]:
    text = label.text if len(label.text) <= _LONGEST else f"{label.text[: _LONGEST - 1]}…"
    size, away = label.size, label.half + 3
    places = (
        (label.x + away, label.y + size * 0.35, "start"),
        (label.x - away, label.y + size * 0.35, "end"),
        (label.x, label.y + away + size * 0.8, "middle"),
        (label.x, label.y - away - size * 0.2, "middle"),
    )
    for x, y, anchor in places:
        yield Label(round(x, 2), round(y, 2), text, size, label.half, label.degree, anchor)


def _box(label: Label) -> _Box:
    width = len(label.text) * label.size * _LETTER
    left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return _Box(left, label.y - label.size * 0.85, left + width, label.y + label.size * 0.25)
