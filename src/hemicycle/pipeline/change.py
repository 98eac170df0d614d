"""What clusters gave before and give now to the lines that the store loses and gets.

Lines are those of N-Quads, and of N-Triples for the merge. The merge loses what nobody says
any more: no cluster of its own node, no other page, no authority.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hemicycle.counted import recount, said_in
from hemicycle.pipeline.graph import ARCHIVE, AUTHORITY, COUNTED
from hemicycle.pipeline.written import MERGE, SHARED_GRAPHS, pieces, run_file
from hemicycle.store_change import Change


def family_change(
    kept: Path,
    work: Path,
    gone: Sequence[Path],
    new: Sequence[Path],
    owned: frozenset[bytes],
    standing: frozenset[bytes] = frozenset(),
) -> Change:
    """What changes with some clusters; `gone` and `new` are the stems of their batches.

    All that rules on the whole archive added goes too, but for the lines that are `standing`:
    the others are to run again. Counts what pages share anew, from the folder `kept` into
    `work`; `owned` are all questions of the clusters as they are now, as IRIs in `<>`.
    """
    lost, came = _own_change(gone, new, named=True)
    for name in SHARED_GRAPHS:
        for line, sign in _recounted(kept, work, gone, new, name):
            (came if sign > 0 else lost).add(line)
        lost |= _lines([run_file(kept / ARCHIVE, name)]) - standing
    merge_lost, merge_came = _own_change(gone, new, named=False)
    for line, sign in _recounted(kept, work, gone, new, MERGE):
        (merge_came if sign > 0 else merge_lost).add(line)
    merge_lost |= _lines([run_file(kept / ARCHIVE, MERGE)]) - standing
    merge_lost -= _said(merge_lost, kept, work, new, owned)
    return Change(lost | (merge_lost - merge_came), came | merge_came)


def facts_change(kept: Path, work: Path) -> Change:
    """What changes with the authority, of which vocabularies give what pages use."""
    old, now = (_lines([pieces(folder / AUTHORITY).nq]) for folder in (kept, work))
    before, after = (_lines([run_file(folder / AUTHORITY, MERGE)]) for folder in (kept, work))
    lost = before - after
    lost -= said_in(run_file(work / COUNTED, MERGE), lost)
    return Change((old - now) | lost, (now - old) | (after - before))


def _own_change(
    gone: Iterable[Path], new: Iterable[Path], named: bool
) -> tuple[set[bytes], set[bytes]]:
    """What goes and what comes in the pieces of some batches."""
    old, now = (
        _lines([pieces(stem).nq if named else pieces(stem).nt for stem in stems])
        for stems in (gone, new)
    )
    return old - now, now - old


def _recounted(
    kept: Path, work: Path, gone: Iterable[Path], new: Iterable[Path], name: str
) -> Iterator[tuple[bytes, int]]:
    """Count one kind of shared lines anew; each line that comes (1) or goes (-1)."""
    change: Counter[bytes] = Counter()
    for stem in new:
        change.update(_read(run_file(stem, name)))
    for stem in gone:
        change.subtract(_read(run_file(stem, name)))
    changed = {line: number for line, number in change.items() if number}
    return recount(run_file(kept / COUNTED, name), changed, run_file(work / COUNTED, name))


def _said(
    lost: set[bytes], kept: Path, work: Path, new: Iterable[Path], owned: frozenset[bytes]
) -> set[bytes]:
    """Those of some lines of the merge that somebody still says."""
    now = [pieces(stem).nt for stem in new]
    said = _among(lost, (line for file in now for line in _read(file)))
    said |= said_in(run_file(work / COUNTED, MERGE), lost)
    said |= _among(lost, _read(run_file(kept / AUTHORITY, MERGE)))
    touched = {_subject(line) for file in now for line in _read(file)}
    untouched = {line for line in lost if _subject(line) in owned and _subject(line) not in touched}
    return said | untouched


def _subject(line: bytes) -> bytes:
    return line.partition(b" ")[0]


def _among(wanted: set[bytes], lines: Iterable[bytes]) -> set[bytes]:
    return {line for line in lines if line in wanted}


def _lines(files: Iterable[Path]) -> set[bytes]:
    return {line for file in files for line in _read(file)}


def _read(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines(keepends=True)
