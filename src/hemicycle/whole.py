"""Files that a task writes under names of their own, to the names they bear once all are whole.

A task may be done twice, and at the same time: where a scheduler takes a worker for
dead that is only slow. Whoever reads then finds the files of one or of the other, which
are the same, and never the beginning of a file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def written_whole(stem: Path) -> Iterator[Path]:
    """A stem to write files by; when all went well they bear the names that `stem` gives."""
    with TemporaryDirectory(prefix=f"{stem.name}-", dir=stem.parent) as folder:
        own = Path(folder)
        yield own / stem.name
        for file in sorted(own.iterdir()):
            file.replace(stem.with_name(file.name))
