"""Who asks, as printed, to a person and a party."""

import re
from functools import lru_cache

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.corrections import legislature_of
from hemicycle.link.found import Found
from hemicycle.link.mentions import finding_at, mentions_of
from hemicycle.links import LocalNode
from hemicycle.mint import slug
from hemicycle.records import Record

_TITLE = re.compile(
    r"(?:M\.|MM\.|Mme|Mmes|Mlle|Mevr\.|Mevrouw|mevrouw|de heer|De heer|dhr\.|Dhr\.|Madame|"
    r"Monsieur|Herr|Frau)\s+"
)


class AskerLink(Struct, frozen=True):
    """The paths of the person who asks and of the party the page prints, and what was found."""

    asker: str | None
    party: str | None
    found: tuple[Found, ...]


def link_asker(record: Record, page: str, authority: Authority) -> AskerLink:
    """The person and the party of a record; both None where nobody is printed."""
    if record.asker is None:
        return AskerLink(None, None, ())
    name = _without_title(record.asker.name)
    person = _known_person(record, name, authority) or person_path(record, name)
    nodes = [] if person in authority.persons else [LocalNode(person, ((None, name),))]
    key = "asker/name" if "asker/name" in record.spans else "asker"
    mentions = mentions_of(record, page, key, "person", person, "asker-line")
    named = Found(mentions=tuple(mentions), local_nodes=tuple(nodes))
    if record.asker.party is None:
        return AskerLink(person, None, (named,))
    party, found = _link_party(record, page, record.asker.party, authority)
    return AskerLink(person, party, (named, found))


@lru_cache(maxsize=1024)
def _without_title(printed: str) -> str:
    """The name of a person, as printed, without « M. », « Mme » …"""
    return _TITLE.sub("", printed, count=1).strip() or printed


def _known_person(record: Record, name: str, authority: Authority) -> str | None:
    """The person that a correction gives a name: two of one name, or two names of one."""
    return authority.corrections.path("person", "", name, legislature_of(record))


def person_path(record: Record, name: str) -> str:
    """The path of a person by name; a bulletin's surname is known within its legislature.

    A bulletin that says neither number nor legislature names a person of its page alone.
    """
    if record.layout != "bulletin":
        return f"person/{slug(name)}"
    series = legislature_of(record) or f"page-{record.source.key}"
    return f"person/{series}-{slug(name)}"


def _link_party(record: Record, page: str, label: str, authority: Authority) -> tuple[str, Found]:
    path = authority.corrections.path("party", "", label, legislature_of(record))
    path = path or authority.parties.get(slug(label))
    known, path = path is not None, path or f"party/{slug(label)}"
    mentions = tuple(mentions_of(record, page, "asker/party", "party", path, "asker-line"))
    if known:
        return path, Found(mentions=mentions)
    finding = finding_at(record, "asker/party", kind="unknown-party", about=path, words=label)
    node = LocalNode(path, ((None, label),))
    return path, Found(mentions=mentions, local_nodes=(node,), findings=(finding,))
