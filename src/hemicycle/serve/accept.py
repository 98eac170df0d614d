"""Accept headers to the one of our offers that a client likes best, by RFC 9110, section 12."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

_QVALUE = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
_MOST = 64
"""Elements of a header that are looked at; more are no client's."""


class Weighted(Struct, frozen=True):
    """One element of a header, in small letters and without parameters, and its weight."""

    value: str
    quality: float


def weighted(header: str) -> list[Weighted]:
    """The elements of a header; one whose weight is none is left out.

    >>> weighted("text/html, */*;q=0.1")
    [Weighted(value='text/html', quality=1.0), Weighted(value='*/*', quality=0.1)]
    """
    found: list[Weighted] = []
    for element in _split(header, ",")[:_MOST]:
        value, *parameters = _split(element, ";")
        quality = _quality(parameters)
        if value and quality is not None:
            found.append(Weighted(value.lower(), quality))
    return found


def _split(text: str, sign: str) -> list[str]:
    """The parts between signs that stand outside quotes."""
    parts, start, quoted, escaped = [], 0, False, False
    for at, found in enumerate(text):
        if escaped:
            escaped = False
        elif quoted and found == "\\":
            escaped = True
        elif found == '"':
            quoted = not quoted
        elif found == sign and not quoted:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


def _quality(parameters: Sequence[str]) -> float | None:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            text = value.strip()
            return float(text) if _QVALUE.fullmatch(text) else None
    return 1.0


def choose(header: str | None, offers: Sequence[str]) -> str | None:
    """The media type that is liked best; of equals the one that is offered first.

    The most specific range that fits an offer decides of it; parameters of a range are
    not looked at. Without a header all is acceptable; None where nothing is.

    >>> choose("text/*;q=0.5, text/csv;q=0, application/json;q=0.4", ["text/csv", "text/tsv"])
    'text/tsv'
    >>> choose("image/png", ["text/csv"]) is None
    True
    """
    if header is None or not header.strip():
        return offers[0] if offers else None
    ranges = {found.value: found.quality for found in reversed(weighted(header))}
    return _best((offer, _of_type(offer, ranges)) for offer in offers)


def _of_type(offer: str, ranges: dict[str, float]) -> float:
    for wanted in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        if wanted in ranges:
            return ranges[wanted]
    return 0.0


def _best(offers: Iterator[tuple[str, float]]) -> str | None:
    best, highest = None, 0.0
    for offer, quality in offers:
        if quality > highest:
            best, highest = offer, quality
    return best


def choose_language(header: str | None, offers: Sequence[str]) -> str:
    """The language that is liked best: `fr-BE` is content with `fr`; else the first offer.

    >>> choose_language("de, nl-BE;q=0.8, en;q=0.5", ("en", "fr", "nl"))
    'nl'
    """
    liked: dict[str, float] = {}
    for found in weighted(header or ""):
        tag = found.value.partition("-")[0]
        liked[tag] = max(found.quality, liked.get(tag, 0.0))
    best = _best((offer, liked.get(offer, liked.get("*", 0.0))) for offer in offers)
    return best or offers[0]


def accepts_gzip(header: str | None) -> bool:
    """Whether a client takes a body that gzip has made smaller.

    >>> accepts_gzip("br, gzip;q=0"), accepts_gzip("br, *")
    (False, True)
    """
    codings = {found.value: found.quality for found in weighted(header or "")}
    return codings.get("gzip", codings.get("*", 0.0)) > 0
