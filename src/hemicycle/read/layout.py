"""HTML to text: blocks become lines, the cells of a row become columns of a line.

The rules stand in decisions/0003-html-is-laid-out.md. Tags are taken one by one as
the parser meets them, without a tree: time and memory grow with the page alone.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from lxml import etree

from hemicycle.errors import ReadError
from hemicycle.read.lines import Lines
from hemicycle.read.numbering import Numbering, list_numbering

MAX_DEPTH: Final = 1000
"""How deep elements may stand in one another; no page that people read comes near it."""

RULE: Final = "_" * 16
"""The line that a horizontal rule becomes, as the Senate's own text pages print it."""

_STARTS_AS_HTML = re.compile(r"\s*<[A-Za-z!?/]")
_HOLDS_HTML = re.compile(r"<(?:html|body|table|!doctype)\b", re.IGNORECASE)
_LOOKED_AT: Final = 2048
_FED_AT_ONCE: Final = 1 << 16

# What a browser does not show as part of the page.
_HIDDEN: Final = frozenset({"script", "style", "title", "template", "noscript"})

_LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_MODES: Final = _HIDDEN | _LISTS | {"pre", "li"}
"""The elements that change how what stands in them is printed; most do not."""

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS: Final = (*_LISTS, *_HEADINGS, "p", "dl", "blockquote", "pre")
_SECTIONS: Final = (
    "html",
    "body",
    "header",
    "footer",
    "main",
    "nav",
    "section",
    "article",
    "aside",
)
_ITEMS: Final = ("li", "dt", "dd", "option", "legend", "caption", "figcaption", "summary")
_BOXES: Final = ("div", "center", "address", "form", "fieldset", "figure", "details")
_BLOCKS: Final = (*_SECTIONS, *_ITEMS, *_BOXES)


def _draw_rule(lines: Lines) -> None:
    lines.break_line()
    lines.add(RULE)
    lines.break_line()


_OPENINGS: Final[Mapping[str, Callable[[Lines], object]]] = {
    **dict.fromkeys(_PARAGRAPHS, Lines.break_paragraph),
    **dict.fromkeys(_BLOCKS, Lines.break_line),
    "br": Lines.break_or_skip,
    "hr": _draw_rule,
    "table": Lines.open_table,
    "tr": Lines.open_row,
    "td": Lines.open_cell,
    "th": Lines.open_cell,
}

_CLOSINGS: Final[Mapping[str, Callable[[Lines], object]]] = {
    **dict.fromkeys(_PARAGRAPHS, Lines.break_paragraph),
    **dict.fromkeys(_BLOCKS, Lines.break_line),
    "table": Lines.close_table,
    "tr": Lines.close_row,
    "td": Lines.close_cell,
    "th": Lines.close_cell,
}


def is_html(text: str) -> bool:
    """Whether a text is markup: it begins with a tag, or holds one of a page near its start.

    >>> is_html("<P>Question"), is_html("Question écrite n° 5-8906")
    (True, False)
    """
    return bool(_STARTS_AS_HTML.match(text) or _HOLDS_HTML.search(text, 0, _LOOKED_AT))


def lay_out(markup: str, file: str) -> str:
    r"""The text of a page in HTML, as a reader sees it; `file` names it in errors.

    Raises ReadError when elements stand more than MAX_DEPTH deep in one another:
    unmatched end tags would then take the parser minutes.

    >>> lay_out("<table><tr><td>30/4/2013<td>Envoi question</table>", "a.html")
    '30/4/2013\tEnvoi question\n'
    """
    lines = Lines()
    # Any, because the type of a target has methods that lxml itself does not ask for.
    target: Any = _Target(lines, file)
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    # In pieces, since the parser runs to the end of what it was fed even after an error.
    for start in range(0, len(markup) + 1, _FED_AT_ONCE):
        parser.feed(markup[start : start + _FED_AT_ONCE].encode())
    parser.close()
    return lines.finish()


class _Target:
    """What the parser says of its tags, passed on to the lines of the page."""

    def __init__(self, lines: Lines, file: str) -> None:
        self._lines = lines
        self._file = file
        self._depth = 0
        self._hidden = 0
        self._preformatted = 0
        self._lists: list[Numbering] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            problem = f"nests its HTML elements more than {MAX_DEPTH} deep"
            raise ReadError(problem, file=self._file)
        if (opening := _OPENINGS.get(tag)) is not None:
            opening(self._lines)
        if tag not in _MODES:
            return
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "pre":
            self._preformatted += 1
        elif tag in _LISTS:
            self._lists.append(list_numbering(tag, attributes))
        elif tag == "li" and self._lists:
            self._lines.mark(self._lists[-1].next_marker())

    def end(self, tag: str) -> None:
        """Take the end of an element; the parser gives one for each start."""
        self._depth -= 1
        if (closing := _CLOSINGS.get(tag)) is not None:
            closing(self._lines)
        if tag not in _MODES:
            return
        if tag in _HIDDEN:
            self._hidden -= 1
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._lines.mark("")

    def data(self, text: str) -> None:
        """Take a stretch of text, its entities decoded."""
        if self._hidden:
            return
        if not self._preformatted:
            self._lines.add(text)
            return
        first, *rest = text.split("\n")
        self._lines.add(first)
        for line in rest:
            self._lines.break_or_skip()
            self._lines.add(line)

    def close(self) -> None:
        """Take the end of the page."""
