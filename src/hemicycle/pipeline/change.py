"""What clusters gave before and give now to the lines that the store loses and gets.

Lines are those of N-Quads, and of N-Triples for the merge. The merge loses what nobody says
any more: no cluster of its own node, no other page, no authority. What clusters say of their
own nodes goes through files: however many change, what they share alone is in memory.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hemicycle.counted import recount, said_in
from hemicycle.pipeline.graph import ARCHIVE, AUTHORITY, COUNTED
from hemicycle.pipeline.written import MERGE, SHARED_GRAPHS, pieces, run_file
from hemicycle.runs import differences, together, write_run
from hemicycle.store_change import Change, Lines

_TOGETHER = 20_000
"""So many lines are looked up at a time."""


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
    lost, came = _shared_change(kept, work, gone, new, SHARED_GRAPHS)
    merge_lost, merge_came = _shared_change(kept, work, gone, new, (MERGE,))
    lost |= _lines(run_file(kept / ARCHIVE, name) for name in SHARED_GRAPHS) - standing
    merge_lost |= _lines([run_file(kept / ARCHIVE, MERGE)]) - standing
    said = _Said(kept, work, new, owned)
    merge_lost -= said.still(merge_lost) | _among(merge_lost, _merge_lines(new))
    own = (_own_change(gone, new, work, "nq", None), _own_change(gone, new, work, "nt", said))
    return Change(
        Lines(tuple(sorted(lost | (merge_lost - merge_came))), tuple(files[0] for files in own)),
        Lines(tuple(sorted(came | merge_came)), tuple(files[1] for files in own)),
    )


def facts_change(kept: Path, work: Path) -> Change:
    """What changes with the authority, of which vocabularies give what pages use."""
    old, now = (_lines([pieces(folder / AUTHORITY).nq]) for folder in (kept, work))
    before, after = (_lines([run_file(folder / AUTHORITY, MERGE)]) for folder in (kept, work))
    lost = before - after
    lost -= said_in(run_file(work / COUNTED, MERGE), lost)
    return Change(
        Lines(tuple(sorted((old - now) | lost))),
        Lines(tuple(sorted((now - old) | (after - before)))),
    )


def _shared_change(
    kept: Path, work: Path, gone: Sequence[Path], new: Sequence[Path], names: Iterable[str]
) -> tuple[set[bytes], set[bytes]]:
    """What goes and what comes of some kinds of shared lines, which are counted anew."""
    lost: set[bytes] = set()
    came: set[bytes] = set()
    for name in names:
        for line, sign in _recounted(kept, work, gone, new, name):
            (came if sign > 0 else lost).add(line)
    return lost, came


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


def _own_change(
    gone: Iterable[Path], new: Iterable[Path], work: Path, form: str, said: "_Said | None"
) -> tuple[Path, Path]:
    """What goes and what comes in one kind of the pieces of some batches, as two files.

    Not what somebody else still says.
    """
    files = work / f"lost.{form}", work / f"came.{form}"
    old, now = (_runs(stems, form) for stems in (gone, new))
    with files[0].open("wb") as lost, files[1].open("wb") as came:
        for some in together(differences(old, now), _TOGETHER):
            left = [line for line, sign in some if sign < 0]
            kept = set() if said is None else said.still(set(left))
            lost.writelines(line for line in left if line not in kept)
            came.writelines(line for line, sign in some if sign > 0)
    return files


def _runs(stems: Iterable[Path], form: str) -> list[Path]:
    """The lines of the pieces of some batches, sorted in a file each."""
    runs: list[Path] = []
    for stem in stems:
        run = stem.with_suffix(f".sorted-{form}")
        write_run(_read(pieces(stem).nq if form == "nq" else pieces(stem).nt), run)
        runs.append(run)
    return runs


class _Said:
    """Who says lines of the merge beside the clusters that changed."""

    def __init__(
        self, kept: Path, work: Path, new: Iterable[Path], owned: frozenset[bytes]
    ) -> None:
        self._counted = run_file(work / COUNTED, MERGE)
        self._authority = _lines([run_file(kept / AUTHORITY, MERGE)])
        self._untouched = owned.difference(_subject(line) for line in _merge_lines(new))

    def still(self, lost: set[bytes]) -> set[bytes]:
        """Those of some lines that another page, the authority, or another cluster says."""
        said = said_in(self._counted, lost) | (lost & self._authority)
        return said | {line for line in lost if _subject(line) in self._untouched}


def _subject(line: bytes) -> bytes:
    return line.partition(b" ")[0]


def _among(wanted: set[bytes], lines: Iterable[bytes]) -> set[bytes]:
    return {line for line in lines if line in wanted}


def _lines(files: Iterable[Path]) -> set[bytes]:
    return {line for file in files for line in _read(file)}


def _merge_lines(stems: Iterable[Path]) -> Iterator[bytes]:
    """What batches have for the merge of their own nodes; one of them is in memory."""
    for stem in stems:
        yield from _read(pieces(stem).nt)


def _read(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines(keepends=True)
