"""What the tests of whole builds share."""

from collections.abc import Callable
from pathlib import Path

import pytest

ENGINES_OWN = ("store", "search.sqlite")
"""What a build's folder holds whose bytes are those of an engine; git does not keep them."""


def _files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in ENGINES_OWN
    }


@pytest.fixture(scope="session")
def files_of() -> Callable[[Path], dict[str, bytes]]:
    """All files of a build but those of the store and the index of words."""
    return _files_of
