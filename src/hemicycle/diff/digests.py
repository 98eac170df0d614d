"""A build's N-Quads to a digest of each page and of each thing: what is equal need not be read.

The digest is a sum over lines, so their order says nothing. It is good for one run of the
program alone. Forty thousand pages give some hundred thousand digests, whatever their texts.
"""

import re
from pathlib import Path

from hemicycle.errors import ReadError
from hemicycle.mint import Mint
from hemicycle.store import QUADS_FILE

Digests = dict[bytes, int]
"""By IRI, in its angle brackets: of a page's graph, or of what other graphs say a thing about."""

_BITS = (1 << 64) - 1
_OWNED = re.compile(
    rb"(?:question|answer|answer-section|answer-part|question-part|event|activity|participation"
    rb"|account-statement)/([0-9]{1,4}-[0-9]{1,9}|page-[0-9a-f]{16})(?![0-9])"
)


def owner(path: bytes) -> bytes:
    """The path of the question that a thing is a piece of, by its path; else the path itself.

    >>> owner(b"answer-part/5-8906-2-1"), owner(b"family/5-8900")
    (b'question/5-8906', b'family/5-8900')
    """
    found = _OWNED.match(path)
    return b"question/" + found[1] if found else path


def read_digests(folder: Path, mint: Mint) -> Digests:
    """The digests of a build's N-Quads, but for provenance; raises ReadError without them."""
    digests: Digests = {}
    things, graphs = (f"<{mint.base}{part}/".encode() for part in ("id", "graph"))
    try:
        with (folder / QUADS_FILE).open("rb") as lines:
            for line in lines:
                key = _key(line, things, graphs)
                if key:
                    digests[key] = (digests.get(key, 0) + hash(line)) & _BITS
    except OSError as error:
        raise ReadError(
            f"cannot be read: {error}", file=folder / QUADS_FILE, remedy="build it again"
        ) from error
    return digests


def _key(line: bytes, things: bytes, graphs: bytes) -> bytes:
    parts = line.rsplit(b" ", 2)
    graph = parts[1].removeprefix(graphs) if len(parts) == 3 else b""
    if graph.startswith(b"page/"):
        return parts[1]
    if graph == b"provenance>":
        return b""
    subject = line.partition(b" ")[0]
    if not subject.startswith(things):
        return subject if subject.startswith(b"<") else b""
    return things + owner(subject[len(things) : -1]) + b">"
