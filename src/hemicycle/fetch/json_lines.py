"""A file of JSON lines that grows at its end: what is in it, and how a line is added for good."""

import os
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

import msgspec

from hemicycle.errors import FetchError

Line = TypeVar("Line")


class JsonLines(Generic[Line]):
    """Lines of one type; each stands on the disk whole before `add` returns."""

    def __init__(self, path: Path, form: type[Line]) -> None:
        """Read what is there; a last line that a kill tore is taken off.

        Raises FetchError for any other line that is not of the form.
        """
        self._decode = msgspec.json.Decoder(form).decode
        data = path.read_bytes() if path.exists() else b""
        whole, torn = _cut(data)
        self.lines: list[Line] = []
        for number, line in enumerate(whole.split(b"\n"), start=1):
            if line.strip():
                self.lines.append(self._read(line, path, number))
        self._file: BinaryIO = path.open("ab")
        if torn:
            self._mend(torn, len(whole))

    def add(self, line: Line) -> None:
        """Write one line; it is on the disk when this returns."""
        self._file.write(msgspec.json.encode(line) + b"\n")
        self._sync()
        self.lines.append(line)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _read(self, line: bytes, path: Path, number: int) -> Line:
        try:
            return self._decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise FetchError(
                f"is no line of ours ({error})",
                file=path,
                line=number,
                remedy="mend or remove the line",
            ) from error

    def _mend(self, torn: bytes, end: int) -> None:
        """A last line without its end: whole all the same, or torn."""
        try:
            line = self._decode(torn)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self._file.truncate(end)
        else:
            self.lines.append(line)
            self._file.write(b"\n")
        self._sync()

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())


def _cut(data: bytes) -> tuple[bytes, bytes]:
    end = data.rfind(b"\n") + 1
    return data[:end], data[end:]
