"""Known names to the places of a text where they stand: one pass, the longest first."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hemicycle.link.addresses import is_in_address
from hemicycle.link.capitals import has_capital, is_spoken
from hemicycle.link.fold import Words, fold, plain_words
from hemicycle.link.places import Hit, Hits
from hemicycle.link.shy import certain

Case = Literal["any", "initial", "upper"]

_EVERYWHERE = frozenset({"d", "de", "f", "het", "l", "la", "le", "s"})
"""Words too common to look behind each time: names are sought by their second word."""

_MARK = re.compile(r"[\n;:?!.]")
_BREAK = re.compile(r"[\n;:?!]|[a-zà-ÿ]{2}\.\s")


class Name(Struct, frozen=True, kw_only=True):
    """One printed form of a node's name.

    Known from day `since` to the day before `until`. `part` is how many signs
    at its head are the name, where a compound (Facebookpagina) runs on. `lead`
    is a word that must stand before the words it is sought by. A shy name
    counts where the text names the node in another way, too.
    """

    path: str
    case: Case = "any"
    language: str | None = None
    since: date | None = None
    until: date | None = None
    part: int | None = None
    lead: str = ""
    is_shy: bool = False

    def holds(self, on: date | None) -> bool:
        """Whether the node bore this name on a day; on an unknown day, any did."""
        if on is None:
            return True
        since, until = self.since, self.until
        return (since is None or since <= on) and (until is None or on < until)

    def fits(self, printed: str, on: date | None) -> bool:
        """Whether the capitals and the day are this name's."""
        if self.case == "initial" and not has_capital(printed):
            return False
        if self.case == "upper" and not (printed.isupper() or is_spoken(printed)):
            return False
        return self.holds(on)


class Branch(Struct):
    """What may follow the words read so far, and the names that end here.

    `in_capitals` where nothing counts but one word in capitals.
    """

    onward: dict[str, "Branch"]
    names: list[Name]
    in_capitals: bool = False


def index(labels: Iterable[tuple[str, Name]]) -> dict[str, Branch]:
    """Names by their words; a label without any word is left out."""
    root: dict[str, Branch] = {}
    for label, name in labels:
        onward, branch = root, None
        parts = plain_words(fold(label))
        if len(parts) > 1 and parts[0] in _EVERYWHERE:
            name, parts = replace(name, lead=parts[0]), parts[1:]
        for word in parts:
            branch = onward.setdefault(word, Branch({}, []))
            onward = branch.onward
        if branch is not None and name not in branch.names:
            branch.names.append(name)
    for branch in root.values():
        branch.in_capitals = not branch.onward and all(
            name.case == "upper" for name in branch.names
        )
    return root


def find(
    text: str, found: Words, root: dict[str, Branch], on: date | None, language: str | None
) -> Hits:
    """Every known name in a text, none inside another and none inside an address."""
    hits: list[Hit] = []
    unknown: list[int] = []
    beyond = 0
    for first in found.places(root):
        if first < beyond:
            continue
        opened = root[found.at(first)]
        if opened.in_capitals and text[first].islower():
            continue
        ends = _ends(found, opened, first)
        if not ends:
            unknown.append(first)
            continue
        hit = _longest(text, found, first, ends, on, language)
        if hit is not None:
            hits.append(hit)
            beyond = hit.last + 1
    return Hits(certain(hits, found), tuple(unknown))


def go_on(
    text: str, found: Words, opened: Branch, word: int, on: date | None, language: str | None
) -> Hit | None:
    """The name whose first word is that of `opened` and whose others stand behind `word`.

    It is what « les SPF Emploi et Justice » says second; the hit leaves the first word out.
    """
    ends = _ends(found, Branch(opened.onward, []), word)
    first = found.after(word)
    return _longest(text, found, first, ends, on, language) if ends else None


def _ends(found: Words, opened: Branch, first: int) -> list[tuple[int, list[Name]]]:
    """The names that begin with a word, the shortest first, each with its last word."""
    ends: list[tuple[int, list[Name]]] = []
    branch: Branch | None = opened
    last = first
    while branch is not None:
        if branch.names:
            ends.append((last, branch.names))
        if not branch.onward:
            break
        last = found.after(last)
        branch = branch.onward.get(found.at(last))
    return ends


def _longest(
    text: str,
    found: Words,
    first: int,
    ends: list[tuple[int, list[Name]]],
    on: date | None,
    language: str | None,
) -> Hit | None:
    for last, names in reversed(ends):
        end = found.end(last)
        printed = text[first:end]
        name = _only([name for name in names if name.fits(printed, on)], language)
        if name is None or (_MARK.search(printed) and _BREAK.search(printed)):
            continue
        opening = first
        if name.lead:
            opening = found.before(first)
            if found.at(opening) != name.lead:
                continue
        stop = end if name.part is None else first + name.part
        if not is_in_address(text, opening, stop):
            return Hit(name.path, opening, stop, opening, last, name.is_shy)
    return None


def _only(names: list[Name], language: str | None) -> Name | None:
    """The one node meant, in the language of the text before any other; else none."""
    if len(names) < 2:
        return names[0] if names else None
    for choice in (names, [name for name in names if name.language == language]):
        if choice and all(name.path == choice[0].path for name in choice):
            return choice[0]
    return None
