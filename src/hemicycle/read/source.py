"""A file to its bytes in their order, a piece at a time, plain or unpacked.

What is read from a source falls into parts: of a file packed record by record, as
crawlers do, a part ends where a new record begins; of any other file the whole is one.
"""

import os
from typing import BinaryIO

CHUNK = 1 << 16


class Source:
    """A plain file, read from its beginning to its end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._buffer = b""
        self._at = 0
        self.position = 0
        """How many bytes were read or passed; of a packed file, as unpacked."""

    @property
    def checked(self) -> int:
        """Up to which position a checksum has told that the bytes are right, if there is any."""
        return self.position

    def is_damaged(self) -> bool:
        """Whether a damage was met since this was last asked."""
        return False

    def peek(self, count: int) -> bytes:
        """The next bytes, which stay to be read; fewer at the end of the part."""
        self._fill(count)
        return self._buffer[self._at : self._at + count]

    def read(self, count: int) -> bytes:
        """The next bytes; fewer at the end of the part."""
        pieces: list[bytes] = []
        while count and self._fill(1):
            piece = self._buffer[self._at : self._at + count]
            self._move(len(piece))
            count -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def read_line(self, limit: int) -> bytes:
        """The next bytes up to a newline and with it, or `limit` of them."""
        have = self._fill(1)
        while (end := self._buffer.find(b"\n", self._at, self._at + limit)) < 0:
            more = self._fill(have + 1) if have < limit else have
            if more == have:
                return self.read(min(have, limit))
            have = more
        return self.read(end + 1 - self._at)

    def skip(self, count: int) -> int:
        """Pass over the next bytes; how many there were."""
        passed = min(count, len(self._buffer) - self._at)
        self._move(passed)
        return passed + (self._skip_unread(count - passed) if passed < count else 0)

    def skip_over(self, letters: bytes) -> None:
        """Pass over the next bytes as long as they are some of these."""
        while have := self._fill(1):
            left = len(self._buffer[self._at :].lstrip(letters))
            self._move(have - left)
            if left:
                return

    def find_line(self, start: bytes) -> bool:
        """Go to the next line that begins so, this one included; False at the end of the part."""
        if self.peek(len(start)) == start:
            return True
        wanted = b"\n" + start
        while self._fill(len(wanted)) >= len(wanted):
            found = self._buffer.find(wanted, self._at)
            if found >= 0:
                self._move(found + 1 - self._at)
                return True
            self._move(len(self._buffer) - self._at - len(start))
        self._move(self._fill(1))
        return False

    def next_part(self) -> bool:
        """Go to the beginning of the next part, if there is one."""
        return False

    def rewind(self, position: int) -> None:
        """Go back to a position, where the file is plain; what is unpacked is gone."""
        self._file.seek(position)
        self._buffer, self._at, self.position = b"", 0, position

    def recover(self) -> bool:
        """After an error of the packing, go to where it is sound again, if that is found."""
        return False

    def _more(self) -> bytes:
        """The next piece of the part; empty at its end."""
        return self._file.read(CHUNK)

    def _fill(self, count: int) -> int:
        """Have so many bytes in the buffer, if there are; how many there are."""
        while len(self._buffer) - self._at < count and (more := self._more()):
            self._buffer = self._buffer[self._at :] + more
            self._at = 0
        return len(self._buffer) - self._at

    def _move(self, count: int) -> None:
        self._at += count
        self.position += count

    def _skip_unread(self, count: int) -> int:
        """Pass over bytes that are not in the buffer, without reading them."""
        at = self._file.tell()
        passed = min(count, self._file.seek(0, os.SEEK_END) - at)
        self._file.seek(at + passed)
        self.position += passed
        return passed
