"""The name of a mention to what it tells: which page, where in it, of which kind."""

from msgspec import Struct

_PARTS = 4


class MentionName(Struct, frozen=True):
    """A page's key, the offsets of [start, end) in its text, and the kind of mention."""

    page: str
    start: int
    end: int
    kind: str


def read_mention_name(iri: str) -> MentionName | None:
    """What `…/mention/{page}-{start}-{end}-{kind}` tells (docs/graph.md); None for other names.

    >>> read_mention_name("https://w3id.org/hemicycle/id/mention/0f1e-9-14-asked-on")
    MentionName(page='0f1e', start=9, end=14, kind='asked-on')
    >>> read_mention_name("urn:x")
    """
    parts = iri.rpartition("/")[2].split("-", 3)
    if len(parts) < _PARTS or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    return MentionName(parts[0], int(parts[1]), int(parts[2]), parts[3])
