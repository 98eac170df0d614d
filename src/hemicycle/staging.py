"""A folder that is built beside the one it will replace, and takes its place in one step.

Killed at any moment, a build leaves `out` as the last complete one; what it leaves beside
it, the next build clears away. Whoever has files of the old build open reads on.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hemicycle.errors import BuildError
from hemicycle.exchange import exchange
from hemicycle.manifest import MANIFEST


def leave_nothing(old: Path, new: Path) -> None:
    """Take nothing over from a folder that was replaced."""


@contextmanager
def staged(out: Path, hand_on: Callable[[Path, Path], None] = leave_nothing) -> Iterator[Path]:
    """An empty folder beside `out`; when all went well it becomes `out`, else it goes.

    `hand_on` is called with the old folder and the new one when that stands in its place:
    what it does may remain undone. Raises BuildError when `out` holds what no build wrote:
    nothing of the user's is ever replaced; when another build is writing to `out`; and when
    the disk refuses.
    """
    _check(out)
    staging = out.with_name(f".{out.name}.building")
    old = out.with_name(f".{out.name}.old")
    try:
        with _locked(staging):
            if old.exists() and not out.exists():
                old.rename(out)  # a build was killed between two renames
            _clear(staging)
            try:
                yield staging
                replaced = _switch(staging, out, old)
                if replaced is not None:
                    with suppress(OSError):  # the new folder stands, and lacks nothing
                        hand_on(replaced, out)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
                shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise BuildError(f"cannot be written: {error}", file=out) from error


@contextmanager
def _locked(staging: Path) -> Iterator[None]:
    """Hold the folder for this process alone; the lock goes with the process, however it ends."""
    while True:
        staging.mkdir(parents=True, exist_ok=True)
        folder = os.open(staging, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is(folder, staging):
                yield
                return
        except BlockingIOError:
            raise BuildError(
                "another build is writing to it", file=staging, remedy="wait until it is done"
            ) from None
        finally:
            os.close(folder)


def _is(folder: int, path: Path) -> bool:
    """Whether the open folder is still the one at the path: another build may have moved it."""
    try:
        return os.path.samestat(os.fstat(folder), path.stat())
    except FileNotFoundError:
        return False


def _clear(staging: Path) -> None:
    """Take away what a killed build left."""
    for item in staging.iterdir():
        shutil.rmtree(item) if item.is_dir() else item.unlink()


def _check(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise BuildError("is a file", file=out, remedy="name a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise BuildError(
            "holds files that no build wrote", file=out, remedy="name a new or empty folder"
        )


def _switch(staging: Path, out: Path, old: Path) -> Path | None:
    """Put the new folder where the old one stands: at once where the system can.

    Gives the place of the old one, None where there was none.
    """
    if not out.exists():
        staging.rename(out)
        return None
    if exchange(staging, out):
        return staging
    shutil.rmtree(old, ignore_errors=True)
    out.rename(old)
    staging.rename(out)
    return old
