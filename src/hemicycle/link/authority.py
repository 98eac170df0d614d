"""Authority files to the frozen look-up tables that linking reads."""

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from hemicycle.errors import AuthorityError
from hemicycle.link.corrections import Corrections, corrected_names, corrections
from hemicycle.link.labels import keyword_key, own_names, platform_names, service_names
from hemicycle.link.names import Branch, Name, index
from hemicycle.link.sought import Sought, sought
from hemicycle.link.tenures import Tenures, tenures
from hemicycle.link.turtle import Entry, Label, read_entries
from hemicycle.mint import slug
from hemicycle.namespaces import BASE

_Key = TypeVar("_Key")


class Authority(Struct, frozen=True, kw_only=True):
    """What the authority files know, by what pages print.

    Parties are looked up by slug, posts by language and slug, concepts by
    language and label without case. `names` are those of services and
    platforms, as running text has them; `own_names` are services by their names
    without blanks and accents, as accounts bear them. `sought` is
    what a text is searched for. `tenures` say who held
    which post when; `corrections` go before all of these.
    """

    parties: dict[str, str]
    posts: dict[tuple[str, str], str]
    concepts: dict[tuple[str, str], str]
    persons: frozenset[str]
    names: dict[str, Branch]
    sought: Sought
    own_names: dict[str, tuple[Name, ...]]
    tenures: Tenures
    corrections: Corrections


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
    return Authority(
        parties=_table(kinds.get("party", ()), lambda label: slug(label.label)),
        posts=_table(posts, lambda label: (label.language, slug(label.label))),
        concepts=_table(
            kinds.get("concept", ()), lambda label: (label.language, keyword_key(label.label))
        ),
        persons=frozenset(entry.path for entry in kinds.get("person", ())),
        names=names,
        sought=sought(names),
        own_names=own_names(services),
        tenures=tenures(kinds.get("membership", ()), posts, kinds.get("government", ())),
        corrections=corrections(corrected),
    )


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
