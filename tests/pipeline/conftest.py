"""What the tests of whole builds share."""

from collections.abc import Callable
from pathlib import Path

import pytest

NO_OUTPUTS = ("store", "search.sqlite", "kept")
"""What a build's folder holds whose bytes are those of an engine, or for the next build alone."""


def _files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in NO_OUTPUTS
    }


@pytest.fixture(scope="session")
def files_of() -> Callable[[Path], dict[str, bytes]]:
    """All files of a build but those of the store, the index of words and what is kept."""
    return _files_of
