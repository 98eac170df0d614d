"""A body of any size to a file to read from its beginning, in memory while it is small."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

_IN_MEMORY = 8 * 2**20


class AnswerFile:
    """One body; whoever lets go of it lets go of its file.

    The library's parsers read from what they are given long after the function that gave it
    has returned, and close nothing.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - it is closed below

    @property
    def file(self) -> BinaryIO:
        """What a body is written to."""
        return cast(BinaryIO, self._file)  # it has all that a file has

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        return self._file.read(size)

    def rewind(self) -> "AnswerFile":
        """Read from the beginning."""
        self._file.seek(0)
        return self

    def close(self) -> None:
        """Let go of the file: nobody reads it."""
        self._file.close()

    def __del__(self) -> None:
        self.close()


@contextmanager
def answer_file() -> Iterator[AnswerFile]:
    """A file for an answer, which is closed at once where there is no whole one."""
    out = AnswerFile()
    try:
        yield out
    except BaseException:
        out.close()
        raise
