"""A place in a text to the line, sentence or clause around it."""

import re

_SENTENCE_END = re.compile(
    r"[.!?;\n](?:(?<=\n)|(?<=;)\s"
    r"|(?<=[.!?])(?<![\s.(][A-Za-z].)[\"»”’)\]]{0,3}\s{1,4}"
    r"(?=(?:[a-z\d]{1,2}\)\s)?\W{0,3}[A-ZÀ-Þ]))"
)
_CLAUSE_END = re.compile(r"[,;:\n]|[.!?](?=\s|$)")
_LONGEST_LINE = 20_000
_BEFORE, _BEHIND = 600, 400
_NEARBY, _LONGEST_MARK = 160, 12
"""How far a sentence is looked for, in signs; longer ones are cut there."""


def line_start(text: str, at: int) -> int:
    """Where the line of a place starts; one longer than any real line is cut."""
    floor = max(at - _LONGEST_LINE, 0)
    found = text.rfind("\n", floor, at)
    return floor if found == -1 else found + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before the line end itself; cut like its start."""
    end = text.find("\n", at, at + _LONGEST_LINE)
    return min(len(text), at + _LONGEST_LINE) if end == -1 else end


def sentence_start(text: str, at: int) -> int:
    """Where the sentence of a place starts; a semicolon ends one, too.

    >>> sentence_start("Il y en a un. Le SPF a @x.", 23)
    14
    """
    return _last_end(_SENTENCE_END, text, at)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence of a place ends, behind its full stop.

    >>> sentence_end("Il y en a un. Le SPF a @x.", 0)
    13
    """
    found = _SENTENCE_END.search(text, at, at + _BEHIND)
    if found is None:
        return min(at + _BEHIND, len(text))
    return found.start() + (text[found.start()] in ".!?")


def clause_start(text: str, at: int) -> int:
    """Where the clause of a place starts: behind the last comma or colon."""
    return _last_end(_CLAUSE_END, text, at)


def _last_end(mark: re.Pattern[str], text: str, at: int) -> int:
    """The end of the last mark before a place; nearby first, as it mostly stands there."""
    line = text.rfind("\n", max(at - _BEFORE, 0), at) + 1
    until = at
    for reach in (_NEARBY, _BEFORE):
        start = max(at - reach, line, 0)
        ends = [found.end() for found in mark.finditer(text, start, until)]
        if ends or start in (0, line):
            return ends[-1] if ends else start
        until = min(start + _LONGEST_MARK, at)
    return start
