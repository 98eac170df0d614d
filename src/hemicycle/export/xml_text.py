"""Text and attributes to XML 1.0: what it can hold, escaped, element by element.

Everything a document shows goes through `escaped`; the names of elements and of their
attributes are our own.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_PLAIN = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
"""What a document opens with."""


def xml_text(text: str) -> str:
    r"""The text without the characters that no XML document may hold.

    >>> xml_text("a\x0bb\x00c\ufffe é")
    'abc é'
    """
    return _NOT_XML.sub("", text)


def xml_line(text: str) -> str:
    r"""The same, white space folded to single spaces; a label.

    >>> xml_line(" SPF\n\tEmploi ")
    'SPF Emploi'
    """
    if text.isprintable() and "  " not in text:  # nearly every text
        return text.strip()
    return " ".join(xml_text(text).split())


def escaped(text: str) -> str:
    r"""A text as it stands in a document, in an attribute or between tags.

    >>> escaped("a \"b\"\x0b\n<c> & d")
    'a &quot;b&quot;&#10;&lt;c&gt; &amp; d'
    """
    if _NOT_PLAIN.search(text) is None:
        return text
    return xml_text(text).translate(_ESCAPES)


def attributes(values: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag.

    >>> attributes({"label": "Q&A"})
    ' label="Q&amp;A"'
    """
    return "".join([f' {name}="{escaped(value)}"' for name, value in values.items()])


def element(name: str, values: Mapping[str, str], inside: str = "") -> str:
    r"""One element on a line of its own; `inside` is other elements, or an escaped text.

    >>> element("node", {"label": "Q&A"})
    '<node label="Q&amp;A"/>\n'
    """
    shown = attributes(values)
    return f"<{name}{shown}>{inside}</{name}>\n" if inside else f"<{name}{shown}/>\n"


@contextmanager
def inside(out: TextIO, name: str, values: Mapping[str, str]) -> Iterator[None]:
    """An element around what is written meanwhile."""
    out.write(f"<{name}{attributes(values)}>\n")
    yield
    out.write(f"</{name}>\n")
