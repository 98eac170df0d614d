"""Authority files to the frozen look-up tables that linking reads."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from hemicycle.errors import AuthorityError
from hemicycle.link.corrections import Corrections, corrected_names, corrections
from hemicycle.link.labels import keyword_key, own_names, platform_names, service_names
from hemicycle.link.names import Branch, Name, index
from hemicycle.link.sought import Sought, sought
from hemicycle.link.tenures import Tenure, Tenures, tenures
from hemicycle.link.turtle import Entry, Label, read_entries
from hemicycle.mint import slug
from hemicycle.namespaces import BASE

_Key = TypeVar("_Key")


class Authority(Struct, frozen=True, kw_only=True, eq=False):
    """What the authority files know, by what pages print; one is itself alone.

    Parties are looked up by slug, posts by language and slug, concepts by
    language and label without case. `names` are those of services and
    platforms, as running text has them; `own_names` are services by their names
    without blanks and accents, as accounts bear them. `sought` is
    what a text is searched for. `tenures` say who held which post when; `corrections` go
    before all of these. `turns` are the days on which a name or a tenure begins or ends.
    """

    parties: dict[str, str]
    posts: dict[tuple[str, str], str]
    concepts: dict[tuple[str, str], str]
    persons: frozenset[str]
    names: dict[str, Branch]
    sought: Sought
    turns: tuple[date, ...]
    own_names: dict[str, tuple[Name, ...]]
    tenures: Tenures
    corrections: Corrections

    def era(self, on: date | None) -> date | None:
        """A day on which all names and tenures are those of a day, the same for many of them."""
        if on is None:
            return None
        turn = bisect_right(self.turns, on)
        return self.turns[turn - 1] if turn else date.min


def load_authority(files: Sequence[Path], base: str = BASE) -> Authority:
    """The tables of some authority files: Turtle, and vocabularies in N-Quads.

    Raises AuthorityError, with file and line where they are known, when a file
    cannot be read, when a correction does not say what it means, and when all of
    the files together name no service.
    """
    kinds: dict[str, list[Entry]] = {}
    for entry in read_entries(files, base):
        kinds.setdefault(entry.path.partition("/")[0], []).append(entry)
    if "service" not in kinds:
        raise AuthorityError("no authority file names a service", remedy="check the folder given")
    corrected = kinds.get("correction", ())
    services = [*kinds["service"], *corrected_names(corrected, kinds.get("legislature", ()))]
    posts = kinds.get("post", ())
    names = index(chain(service_names(services), platform_names(kinds.get("platform", ()))))
    held = tenures(kinds.get("membership", ()), posts, kinds.get("government", ()))
    return Authority(
        parties=_table(kinds.get("party", ()), lambda label: slug(label.label)),
        posts=_table(posts, lambda label: (label.language, slug(label.label))),
        concepts=_table(
            kinds.get("concept", ()), lambda label: (label.language, keyword_key(label.label))
        ),
        persons=frozenset(entry.path for entry in kinds.get("person", ())),
        names=names,
        sought=sought(names),
        turns=_turns([*services, *chain.from_iterable(held.of_post.values())]),
        own_names=own_names(services),
        tenures=held,
        corrections=corrections(corrected),
    )


def _turns(dated: Iterable[Entry | Tenure]) -> tuple[date, ...]:
    """The days on which any of some things begins or ends, in order."""
    days = {day for one in dated for day in (one.since, one.until) if day is not None}
    return tuple(sorted(days))


def _table(entries: Sequence[Entry], key: Callable[[Label], _Key]) -> dict[_Key, str]:
    """Nodes by label: a usual label before another; a label of two nodes names none."""
    table: dict[_Key, str] = {}
    for rank in (0, 1, 2):
        paths: dict[_Key, set[str]] = {}
        for entry in entries:
            for label in entry.labels:
                if label.rank == rank:
                    paths.setdefault(key(label), set()).add(entry.path)
        for printed, named in paths.items():
            if printed not in table and len(named) == 1:
                table[printed] = min(named)
    return table
