"""A folder that is built beside the one it will replace, and takes its place in one step."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hemicycle.errors import BuildError
from hemicycle.manifest import MANIFEST


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """An empty folder beside `out`; when all went well it becomes `out`, else it goes.

    Raises BuildError when `out` holds what no build wrote: nothing of the user's is
    ever replaced.
    """
    _check(out)
    staging = out.with_name(f".{out.name}.building")
    try:
        shutil.rmtree(staging, ignore_errors=True)  # what a killed build left
        staging.mkdir(parents=True)
        yield staging
        _switch(staging, out)
    except OSError as error:
        raise BuildError(f"cannot be written: {error}", file=out) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _check(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise BuildError("is a file", file=out, remedy="name a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise BuildError(
            "holds files that no build wrote", file=out, remedy="name a new or empty folder"
        )


def _switch(staging: Path, out: Path) -> None:
    """Put the new folder where the old one stood; the old one goes last."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    staging.rename(out)
    shutil.rmtree(old, ignore_errors=True)
