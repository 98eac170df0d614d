"""« SPF … » with a name that no authority file has, to the local service it names."""

import re
from collections.abc import Iterable, Iterator, Sequence

from hemicycle.link.fold import Words
from hemicycle.link.places import Hit
from hemicycle.mint import slug

_CAPITALISED = (
    r"(?!(?:SPF|FOD|SPP|POD|RT|Les?|La|L|Il|Elle|De|Het|Dit|Die|En|Et)\b)[A-ZÀ-Þ][\w&’'-]{1,40}"
)
_AND = r"(?:et[ \u00a0](?:d['’]|(?:de[ \u00a0]la|du|des)[ \u00a0])?|en[ \u00a0]|&[ \u00a0])"
_OF = r"(?:(?:de|du|des|la|van|voor|het|der)[ \u00a0]){1,2}"
_ARTICLE = r"(?:[ldLD][’'])?"
_SMALL = (
    r"(?:[ \u00a0](?:sociale?s?|publique|durable|nationale|extérieure?s?|étrangères|intérieures|"
    r"internationales?|économiques|scientifiques?|administrative)\b"
    r"|[ \u00a0](?:des|du|de[ \u00a0]la)[ \u00a0][a-zà-ÿ]{4,20}\b)?"
)
"""What French writes small within a name: « Egalité des chances », « Affaires sociales »."""
_NAME = (
    rf"(?P<name>{_CAPITALISED}{_SMALL}"
    rf"(?:,?[ \u00a0](?:{_AND}|{_OF})?{_ARTICLE}{_CAPITALISED}{_SMALL}){{0,8}})"
)
_HEADS = {
    "spf": r"SPF|[Ss]ervice[ \u00a0][Pp]ublic[ \u00a0][Ff]édéral",
    "spp": r"SPP|[Ss]ervice[ \u00a0][Pp]ublic[ \u00a0](?:[Ff]édéral[ \u00a0])?de[ \u00a0]"
    r"[Pp]rogrammation",
    "fod": r"FOD|[Ff]ederale[ \u00a0][Oo]verheidsdienst",
    "pod": r"POD|[Pp]rogrammatorische[ \u00a0](?:[Ff]ederale[ \u00a0])?[Oo]verheidsdienst",
}
_FORMS = {
    head: re.compile(rf"(?:{form})(?:[ \u00a0]\({head.upper()}\)|\))?[ \u00a0]{_NAME}")
    for head, form in _HEADS.items()
}
_OPENS = {
    "spf": ("spf",),
    "spp": ("spp",),
    "fod": ("fod",),
    "pod": ("pod",),
    "service": ("spp", "spf"),
    "federale": ("fod",),
    "programmatorische": ("pod",),
}
"""The heads that a word may open."""
_LANGUAGE = {"spf": "fr", "spp": "fr", "fod": "nl", "pod": "nl"}


def find_local(
    text: str, found: Words, openers: Iterable[int], known: Sequence[Hit]
) -> Iterator[Hit]:
    """The services that are named like one and that no authority file knows.

    `openers` are words that open a known name and go on as none, `known` is all
    that is known in the text: no local name runs into it.
    """
    end = 0
    for word in openers:
        if word < end:
            continue
        for head in _OPENS.get(found.at(word), ()):
            hit = _local(text, found, word, head, known)
            if hit is not None:
                yield hit
                end = hit.end
                break


def _local(text: str, found: Words, word: int, head: str, known: Sequence[Hit]) -> Hit | None:
    named = _FORMS[head].match(text, word)
    if named is None:
        return None
    inside = [hit.start for hit in known if word <= hit.start < named.end()]
    name = named["name"] if not inside else text[named.start("name") : min(inside)]
    name = _ENDING.sub("", name)
    if not name:
        return None
    end = named.start("name") + len(name)
    last = found.plain.rfind(" ", 0, found.end(end)) + 1
    path = f"service/{_LANGUAGE[head]}-{head}-{slug(name)}"
    return Hit(path, word, end, word, last, is_local=True)


_ENDING = re.compile(r"(?:[\s,’'&-]|\b(?:et|en|de|du|des|la|le|les|l|d|van|voor|het|der)\b){0,8}$")
