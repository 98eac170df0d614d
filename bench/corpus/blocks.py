"""Paragraphs with their labels to the lines of a text, and to the parts it has."""

from collections.abc import Sequence

from msgspec import Struct

NUMBER, LETTER, DASH, PLAIN = 0, 1, 2, 3
"""How deep a paragraph's label stands; PLAIN has none."""


class Block(Struct, frozen=True, gc=False):
    """One paragraph, and the label at its head ("" for none)."""

    text: str
    label: str = ""
    numbers: tuple[int, ...] = ()
    depth: int = PLAIN

    @property
    def line(self) -> str:
        """The paragraph as printed."""
        return f"{self.label} {self.text}" if self.label else self.text


class PrintedPart(Struct, frozen=True):
    """What a record has to say of one part."""

    label: str
    numbers: tuple[int, ...]
    text: str
    parts: tuple["PrintedPart", ...]


def printed_lines(blocks: Sequence[Block]) -> list[str]:
    """The paragraphs, each a line."""
    return [block.line for block in blocks]


def parts_of(blocks: Sequence[Block], gap: str) -> tuple[PrintedPart, ...]:
    """The parts of a text whose paragraphs have `gap` between them.

    A part goes on to the next label that is not deeper; a dashed one is a single line.
    """
    labelled = [at for at, block in enumerate(blocks) if block.label]
    return _nested(blocks, gap, labelled, len(blocks))


def _nested(
    blocks: Sequence[Block], gap: str, labelled: Sequence[int], end: int
) -> tuple[PrintedPart, ...]:
    parts = []
    first = 0
    while first < len(labelled):
        at = labelled[first]
        after = first + 1
        while after < len(labelled) and blocks[labelled[after]].depth > blocks[at].depth:
            after += 1
        until = labelled[after] if after < len(labelled) else end
        inner = _nested(blocks, gap, labelled[first + 1 : after], until)
        rest = [] if blocks[at].depth == DASH else printed_lines(blocks[at + 1 : until])
        text = gap.join([blocks[at].text, *rest])
        parts.append(PrintedPart(blocks[at].label, blocks[at].numbers, text, inner))
        first = after
    return tuple(parts)
