"""Known names, by their words: what they look like in print, and when they counted."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hemicycle.link.capitals import has_capital, is_spoken
from hemicycle.link.fold import fold, plain_words

Case = Literal["any", "initial", "upper"]

_EVERYWHERE = frozenset({"d", "de", "f", "het", "l", "la", "le", "s"})
"""Words too common to look behind each time: names are sought by their second word."""


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

    def fits(self, printed: str) -> bool:
        """Whether the capitals are this name's."""
        if self.case == "initial":
            return has_capital(printed)
        return self.case != "upper" or printed.isupper() or is_spoken(printed)


class Branch(Struct, eq=False):
    """What may follow the words read so far, and the names that end here; one is itself alone.

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
