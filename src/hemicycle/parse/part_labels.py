"""The head of a line to what may be the label of a part: `1)`, `II.`, `b)`, `Question 3 :`."""

import re

from msgspec import Struct

from hemicycle.parse.lines import Cell

_BETWEEN = r"(?:,|et|en|und|&|à|tot\s+en\s+met|tot|t\.?e\.?m\.?|t/m|-)"
_LIST = rf"(?P<numbers>\d{{1,2}}(?:[).°]?\s*{_BETWEEN}\s*\d{{1,2}}){{0,8}})"
_FIGURES = re.compile(
    rf"(?P<label>(?:Ad\s+)?\(?{_LIST}\s?(?P<style>[).°/])(?:(?<!\))[).])?)(?![\d/])"
)
_WORDS = re.compile(
    r"(?P<label>(?:(?:Réponses?|Antwoord(?:en)?)\s+(?:à\s+la|aux|sur\s+la|op(?:\s+de)?|bij)\s+)?"
    r"(?:Questions?|Vra(?:ag|gen)|Réponses?|Antwoord(?:en)?|Points?|Punt(?:en)?|Ad)\s+"
    rf"(?:n[°ºr]s?\.?\s*)?{_LIST}\s?(?:[).](?:\s?[:–])?|[:–]|-(?=\s)|$))(?!\d)",
    re.IGNORECASE,
)
_DASHED = re.compile(r"(?P<label>(?P<numbers>\d{1,2})\s[-–])\s(?=\D)")
_ROMAN = re.compile(r"(?P<label>\(?(?P<numeral>[IVX]{1,4})(?:\s?[.)]|\s[-–]))(?=\s|$)")
_CAPITAL = re.compile(r"(?P<label>\(?(?P<letter>[A-H])(?:\s?[.)]|\s[-–]))(?=\s|$)")
_SMALL = re.compile(r"(?P<label>\(?(?P<letter>[a-z])[).])(?=\s|$)")
_DASH = re.compile(r"(?P<label>[-–•])\s(?=\S)")
_TOKENS = re.compile(r"\d+|à|t(?=ot|\.?e\.?m|/m)|-")
_RANGES = frozenset(("à", "t", "-"))
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_AD = frozenset(("Ad ", "ad "))
_WORD_HEADS = frozenset("QqVvRrAaPp")

FIGURES = frozenset((")", ".", "°", "/", "-", "words"))
"""Styles of labels that count in figures: of these, a text's parts have one."""


class Label(Struct, frozen=True, gc=False):
    """What stands at the head of line `line`; whether it labels a part, its list tells.

    `style` keeps the lists of a text apart; `places` are the label's places in its
    list: numbers, or the letter's in the alphabet; none for a dash. `start` and
    `text_start` are offsets in the page.
    """

    line: int
    style: str
    label: str
    places: tuple[int, ...]
    start: int
    text_start: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the part; letters and dashes have none."""
        return self.places if self.style in FIGURES or self.style == "roman" else ()


def read_label(line: int, cell: Cell) -> Label | None:
    """The label that line `line` may begin with.

    >>> cell = Cell("1 et 2) Oui.", 10, 22, 0, 0)
    >>> read_label(0, cell)
    Label(line=0, style=')', label='1 et 2)', places=(1, 2), start=10, text_start=18)
    """
    text = cell.text
    head = text[:1]
    is_word = head.isalpha() and text[1:2].islower()
    if is_word and head not in _WORD_HEADS:
        return None
    if head.isdigit() or head == "(" or text[:3] in _AD:
        if found := _FIGURES.match(text):
            return _label(line, cell, found, found["style"], _numbers(found["numbers"]))
        if found := _DASHED.match(text):
            return _label(line, cell, found, "-", (int(found["numbers"]),))
    if head in _WORD_HEADS and (found := _WORDS.match(text)):
        return _label(line, cell, found, "words", _numbers(found["numbers"]))
    return None if is_word else _read_letter(line, cell)


def read_labels(line: int, cell: Cell) -> tuple[Label, ...]:
    """The label that a line may begin with, and the first one of a list that begins behind it.

    >>> [own.label for own in read_labels(0, Cell("1. a) Oui.", 0, 10, 0, 0))]
    ['1.', 'a)']
    """
    first = read_label(line, cell)
    if first is None:
        return ()
    at = first.text_start - cell.start
    if cell.text[at : at + 1] != "a" or first.style not in FIGURES:
        return (first,)
    rest = cell.text[at:]
    found = _SMALL.match(rest)
    if found is None:
        return (first,)
    behind = Cell(rest, first.text_start, cell.end, cell.column, cell.group)
    return first, _label(line, behind, found, "small", (1,))


def _read_letter(line: int, cell: Cell) -> Label | None:
    text = cell.text
    if (found := _ROMAN.match(text)) and found["numeral"] in _NUMERALS:
        return _label(line, cell, found, "roman", (_NUMERALS.index(found["numeral"]) + 1,))
    if found := _CAPITAL.match(text):
        return _label(line, cell, found, "capital", (ord(found["letter"]) - ord("A") + 1,))
    if found := _SMALL.match(text):
        return _label(line, cell, found, "small", (ord(found["letter"]) - ord("a") + 1,))
    if found := _DASH.match(text):
        return _label(line, cell, found, "dash", ())
    return None


def _numbers(printed: str) -> tuple[int, ...]:
    """The numbers of `1, 2 et 3` and of `1 à 3`."""
    if printed.isdecimal():
        return (int(printed),)
    numbers: list[int] = []
    is_range = False
    for token in _TOKENS.findall(printed):
        if token in _RANGES:
            is_range = True
        elif is_range and numbers[-1] < int(token):
            numbers.extend(range(numbers[-1] + 1, int(token) + 1))
            is_range = False
        else:
            numbers.append(int(token))
    return tuple(numbers)


def _label(
    line: int, cell: Cell, found: re.Match[str], style: str, places: tuple[int, ...]
) -> Label:
    text, at = cell.text, found.end()
    while text[at : at + 1].isspace():
        at += 1
    return Label(line, style, found["label"], places, cell.start, cell.start + at)
