"""A text to its signs, one byte each, and to whether damage may have left any of them.

The code is Windows-1252, which holds every sign of French, Dutch and German print. Most
texts are Latin-1, or become so when typographic signs give way to plain ones that are read
in the same way: both is much faster to encode.
"""

import re
import unicodedata

from msgspec import Struct

CODE = "cp1252"
DROPPED = "\x7f"
"""What stands for a sign that is seen by nobody: a combining accent, a soft hyphen."""

NO_CHARACTERS = "\u0080-\u009f\ufffd\ue000-\uf8ff"
IN_WORDS = "¤¦¨¬¯¶¸¼½¾±÷¢£¥"
ODD_LETTERS = "\u0100-\u0151\u0154-\u0177\u0179-\u024f"
"""Latin letters that French, Dutch and German do not have; œ, Œ and Ÿ are left out."""

SUSPECT = re.compile(f"[{NO_CHARACTERS}ÃÂ¿¡{IN_WORDS}{ODD_LETTERS}\u0370-\u052f]")
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_LIKE = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "œ": "o", "Œ": "O"}
"""Signs beyond Latin-1, and those that read alike; none of both is what damage leaves."""


def sign_of(code: int) -> str:
    """The sign of one byte of `Signs`."""
    return bytes([code]).decode(CODE, "replace")


_SOUND = bytes(
    code
    for code in range(256)
    if (sign := sign_of(code)) not in f"€{DROPPED}" and not SUSPECT.match(sign)
)
"""The signs that no damage leaves; « â€ » is told by its second."""

_SOUND_IN_LATIN = bytes(code for code in _SOUND if not 0x80 <= code < 0xA0)


class Signs(Struct, frozen=True, gc=False):
    """The signs of a text; `is_sound` where none of them is what damage leaves.

    `?` stands for those that no code page of ours has.
    """

    codes: bytes
    is_sound: bool


def signs_of(text: str) -> Signs:
    """The signs of a text.

    >>> signs_of("d’œuvre"), signs_of("potentiŽle").is_sound
    (Signs(codes=b"d'ouvre", is_sound=True), False)
    """
    codes = _latin(text)
    if codes is not None:
        odd = codes.translate(None, _SOUND_IN_LATIN)
        if not odd:
            return Signs(codes, True)
        if not _has_controls(odd):
            return Signs(codes, False)
    if not unicodedata.is_normalized("NFC", text) or _has_invisible(text):
        text = _INVISIBLE.sub(DROPPED, text)
    codes = text.encode(CODE, "replace")
    is_sound = not codes.translate(None, _SOUND) and codes.count(b"?") == text.count("?")
    return Signs(codes, is_sound)


def _latin(text: str) -> bytes | None:
    """A text in Latin-1, where it has no sign beyond but typographic ones."""
    while True:
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError as error:
            beyond = text[error.start]
            if beyond not in _LIKE:
                return None
            text = text.replace(beyond, _LIKE[beyond])


def _has_controls(odd: bytes) -> bool:
    """Whether codes are there that Latin-1 and Windows-1252 read differently."""
    return any(0x80 <= code < 0xA0 for code in odd)


def _has_invisible(text: str) -> bool:
    return "\u200b" in text or "\u200d" in text or "\ufeff" in text or "\u2060" in text
