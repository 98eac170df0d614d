"""Two builds to their differences: question by question, then thing by thing.

What has one digest in both is not read again; the facts of one question are in memory at
a time. Times and places of retrieval are no facts: a page that differs is named by its key.
"""

from collections.abc import Iterator

from hemicycle.diff.changes import Difference, changes
from hemicycle.diff.digests import Digests, read_digests
from hemicycle.diff.facts import facts, paths_of, said_about
from hemicycle.errors import ReadError
from hemicycle.opened import OpenBuild
from hemicycle.tables import natural_key


def diff(old: OpenBuild, new: OpenBuild) -> Iterator[Difference]:
    """What differs between two builds: questions by number, then other things by path.

    Raises ReadError where their IRIs begin differently, or their N-Quads cannot be
    read.
    """
    if old.mint.base != new.mint.base:
        raise ReadError(
            f"its IRIs begin with {new.mint.base}, those of {old.folder} with {old.mint.base}",
            file=new.folder,
            remedy="build both with one --base",
        )
    for path in sorted(_differing(old, new), key=_place):
        found = _difference(old, new, path)
        if found.changes or found.old_pages != found.new_pages:
            yield found


def _place(path: str) -> tuple[bool, str, str]:
    return (not path.startswith("question/"), *natural_key(path))


def _differing(old: OpenBuild, new: OpenBuild) -> set[str]:
    before, after = read_digests(old.folder, old.mint), read_digests(new.folder, new.mint)
    return {
        *paths_of(old.store, _unlike(before, after), old.mint),
        *paths_of(new.store, _unlike(after, before), new.mint),
    }


def _unlike(one: Digests, other: Digests) -> Iterator[str]:
    """The IRIs whose digest is not the same in the other build."""
    return (iri[1:-1].decode() for iri, digest in one.items() if other.get(iri) != digest)


def _difference(old: OpenBuild, new: OpenBuild, path: str) -> Difference:
    before, after = (said_about(build.store, path, build.mint) for build in (old, new))
    changed = changes(
        facts(before, after, old.mint),
        facts(after, before, new.mint),
    )
    return Difference(
        about=path,
        old_pages=before.pages,
        new_pages=after.pages,
        changes=tuple(changed),
    )
