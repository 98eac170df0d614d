"""Text to what XML 1.0 can hold."""

import re

# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    return " ".join(xml_text(text).split())
