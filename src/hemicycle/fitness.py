"""What the workers of a cluster tell of themselves, to whether they can do a build's tasks."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from msgspec import Struct

from hemicycle.errors import BuildError
from hemicycle.software import Version, software


class Mark(Struct, frozen=True):
    """What a worker has and sees: `file` is one it wrote, `missing` what it does not find."""

    software: tuple[Version, ...]
    file: str | None
    missing: tuple[str, ...]


def leave_mark(folder: str, paths: Sequence[str]) -> Mark:
    """Write a file into the folder, where that can be, and look at the paths; runs in a worker."""
    file = Path(folder) / f".seen-{uuid4().hex}"
    try:
        file.touch()
    except OSError:
        return Mark(software(), None, ())
    return Mark(software(), file.name, tuple(path for path in paths if not Path(path).exists()))


def refuse_unfit(
    threads: Mapping[str, int],
    marks: Mapping[str, object],
    folder: Path,
    wanted: tuple[Version, ...],
) -> None:
    """Raise BuildError for the first worker, by its address, that cannot do our tasks.

    `threads` and `marks` are by address; a mark that is none is what its worker raised.
    """
    for address in sorted(marks):
        worker, mark = f"the worker at {address}", marks[address]
        if not isinstance(mark, Mark):
            raise BuildError(
                f"{worker} cannot run hemicycle ({mark})",
                remedy=f"install there what is here: {', '.join(map(str, wanted))}",
            )
        refuse_other(worker, mark.software, wanted)
        refuse_threads(worker, threads.get(address, 1))
        _refuse_blind(worker, mark, folder)


def refuse_other(worker: str, found: tuple[Version, ...], wanted: tuple[Version, ...]) -> None:
    """Raise BuildError where a worker's software is not the one wanted."""
    for here, there in zip(wanted, found, strict=True):
        if here != there:
            raise BuildError(
                f"{worker} has {there}, and here is {here}",
                remedy="install the same there, and start the worker again",
            )


def refuse_threads(worker: str, threads: int) -> None:
    """Raise BuildError where a worker does several tasks at once, which ours are not made for."""
    if threads > 1:
        raise BuildError(
            f"{worker} does {threads} tasks at once",
            remedy="start it with: dask worker --nthreads 1 --nworkers -1",
        )


def _refuse_blind(worker: str, mark: Mark, folder: Path) -> None:
    remedy = "workers need the same folders by the same paths, and leave to write the build's"
    if mark.file is None or not (folder / mark.file).exists():
        raise BuildError(f"{worker} does not write to this folder", file=folder, remedy=remedy)
    (folder / mark.file).unlink()
    if mark.missing:
        raise BuildError(f"{worker} does not see it", file=mark.missing[0], remedy=remedy)
