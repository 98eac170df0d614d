"""A text to the addresses in it that name an account on a platform."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct

from hemicycle.link.address_forms import Named, read_path
from hemicycle.link.platforms import BELOW, BY_HOST

_HOST_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-"
_SUBDOMAIN = re.compile(r"(?:www|m|mobile|touch|[a-z]{2}(?:-[a-z]{2})?)\.")
_PATH = re.compile(r"[^\s<>\"«»“”|\x00]{0,300}")
_NEXT_ADDRESS = re.compile(r"[,;](?=www\.|https?:)")
_FEED = re.compile(
    r"(?:.{0,200}[/.])?(?:rss|feeds?|atom)(?:\.(?:xml|aspx|php)|/[\w-]{1,60}\.(?:xml|rss))?/?",
    re.IGNORECASE,
)
_BELOW = re.compile(r"[A-Za-z0-9-]{2,63}$")
_BESIDE = frozenset("@/._#=-")
_BLANK = frozenset(("", " ", "\n", "\t", "\u00a0"))
_IN_ADDRESS = re.compile(r"://|www\.|[@#]|\.(?:be|com|org|net|eu|fr|nl)\b", re.IGNORECASE)
_REACH = 200
"""How far an address can run on both sides of a name, in signs."""
_SERVER = re.compile(r"(?:^|\.)(?:mastodon|mstdn|toot|social)\b|\bmastodon\b|\.social$")
_SCHEMES = ("https://", "http://")
_LONGEST_HOST = 80
_CLOSED = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?'’*…-"


class Address(Struct, frozen=True):
    """An address at [start, end) of a text, and the account it names."""

    start: int
    end: int
    platform: str
    named: Named


def find_addresses(text: str) -> list[Address]:
    """Every address of an account, in the order of the text.

    With or without scheme and `www.`; without the punctuation behind it.

    >>> [found.named.handle for found in find_addresses("(www.facebook.com/SPFEmploi).")]
    ['SPFEmploi']
    """
    found = list(_slashed(text))
    for ending, platform in BELOW.items():
        if ending in text:
            found += _named_hosts(text, ending, platform)
    return sorted(found, key=lambda address: address.start)


def _slashed(text: str) -> Iterator[Address]:
    """Addresses that have a path: from each slash, the host is what stands before it."""
    at = text.find("/")
    while at != -1:
        address = _at_slash(text, at) if at and text[at - 1] in _HOST_SIGNS else None
        if address is not None:
            yield address
        at = text.find("/", at + 1 if address is None else address.end)


def _at_slash(text: str, slash: int) -> Address | None:
    head = text[max(slash - _LONGEST_HOST, 0) : slash]
    host = head[len(head.rstrip(_HOST_SIGNS)) :]
    start = _start(text, slash - len(host))
    if "." not in host or start is None:
        return None
    platform = _platform(host.lower())
    has_scheme = start < slash - len(host)
    if platform is None and not has_scheme and not host.lower().startswith("www."):
        return None
    end = _path_end(text, slash + 1)
    path = text[slash + 1 : end]
    if platform is not None:
        named = read_path(platform, path.removeprefix("#!/"), host.lower())
        return None if named is None else Address(start, end, platform, named)
    if _FEED.fullmatch(path):
        url = text[start:end] if has_scheme else f"http://{text[start:end]}"
        handle = f"{host.lower().removeprefix('www.')}/{path}"
        url = quote(url, safe="/:?&=#%+@!$'()*,;._~-")
        return Address(start, end, "rss", Named("feed", handle, url))
    return None


def _platform(host: str) -> str | None:
    """The platform of a host; each server of Mastodon has a host of its own."""
    known = BY_HOST.get(_SUBDOMAIN.sub("", host, count=1)) or BY_HOST.get(host)
    return known or ("mastodon" if _SERVER.search(host) else None)


def _start(text: str, host: int) -> int | None:
    """Where an address with its host at `host` starts; None inside another address."""
    start = host
    for scheme in _SCHEMES:
        if text[max(host - len(scheme), 0) : host].lower() == scheme:
            start = host - len(scheme)
            break
    before = text[max(start - 1, 0) : start]
    return None if before and (before in "@/=_%&" or before.isalnum()) else start


def _path_end(text: str, begin: int) -> int:
    """Where a path ends: before blanks, closing marks and the sentence's punctuation."""
    found = _PATH.match(text, begin)
    path = "" if found is None else found.group()
    path = _NEXT_ADDRESS.split(path, maxsplit=1)[0]
    while path and (path[-1] in _TRAILING or path[-1] in _CLOSED):
        opening = _CLOSED.get(path[-1])
        if opening is not None and opening in path:
            break
        path = path[:-1]
    return begin + len(path)


def _named_hosts(text: str, ending: str, platform: str) -> Iterator[Address]:
    """Addresses whose account is a name below the platform's host."""
    at = text.find(ending)
    while at != -1:
        found = _BELOW.search(text[max(at - _LONGEST_HOST, 0) : at])
        if found is not None and found.group().lower() != "www":
            start = _start(text, at - len(found.group()))
            if start is not None:
                end = _path_end(text, at + len(ending))
                url = f"http://{found.group().lower()}{ending}"
                is_blog = platform == "blog"  # blogs have several hosts: the name is not enough
                handle = found.group() + ending if is_blog else found.group()
                named = Named("page" if is_blog else "profile", handle, url)
                yield Address(start, end, platform, named)
        at = text.find(ending, at + len(ending))


def is_in_address(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is part of any address, an e-mail address or a hashtag.

    >>> is_in_address("www.selor.be", 4, 9), is_in_address("le SELOR.", 3, 8)
    (True, False)
    """
    if text[end : end + 1] in _BESIDE or (start and text[start - 1] in _BESIDE):
        return _is_in_address(text, start, end)
    return False


def _is_in_address(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if after == "." and before in _BLANK and text[end + 1 : end + 2] in _BLANK:
        return _IN_ADDRESS.search(text, start, end + 1) is not None  # the sentence ends here
    head = text[max(start - _REACH, 0) : start].split()
    tail = text[end : end + _REACH].split()
    run = (head[-1] if head and not before.isspace() else "") + text[start:end]
    run += tail[0] if tail and not after.isspace() else ""
    return _IN_ADDRESS.search(run) is not None
