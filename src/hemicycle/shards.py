"""Linked records to a file of bytes and back: so workers hand them on, past the parent."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from hemicycle.links import Linked

_AT_ONCE = 1 << 20
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Linked).decode


class Stretch(Struct, frozen=True):
    """Where some bytes stand in a file."""

    file: str
    start: int
    length: int

    def read(self) -> bytes:
        """The bytes."""
        with Path(self.file).open("rb") as shard:
            shard.seek(self.start)
            return shard.read(self.length)

    def lines(self) -> Iterator[bytes]:
        """The lines that the bytes are, each with its end."""
        left = self.length
        with Path(self.file).open("rb") as shard:
            shard.seek(self.start)
            while left > 0:
                line = shard.readline()
                left -= len(line)
                yield line


def add_bytes(data: bytes, shard: BinaryIO, name: Path) -> Stretch:
    """Write bytes at the end of an open file that will bear `name`; where they stand."""
    start = shard.tell()
    shard.write(data)
    return Stretch(str(name), start, len(data))


def add_linked(linked: Linked, shard: BinaryIO, name: Path) -> Stretch:
    """Write a linked record at the end of an open file that will bear `name`; where it stands."""
    return add_bytes(_encode(linked), shard, name)


def read_linked(stretch: Stretch) -> Linked:
    """The linked record that `add_linked` wrote."""
    return _decode(stretch.read())


def copy_stretches(stretches: Iterable[Stretch], out: BinaryIO) -> None:
    """Write the bytes of some stretches one after another; neighbours are read at once."""
    for whole in joined(stretches):
        with Path(whole.file).open("rb") as shard:
            shard.seek(whole.start)
            _copy(shard, whole.length, out)


def joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches that follow one another in one file as one."""
    last: Stretch | None = None
    for one in stretches:
        if last is not None and last.file == one.file and last.start + last.length == one.start:
            last = Stretch(last.file, last.start, last.length + one.length)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _copy(shard: BinaryIO, length: int, out: BinaryIO) -> None:
    while length > 0:
        piece = shard.read(min(length, _AT_ONCE))
        if not piece:
            raise EOFError(f"{shard.name} ends too early")
        out.write(piece)
        length -= len(piece)
