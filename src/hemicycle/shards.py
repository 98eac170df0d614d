"""Linked records to a file of bytes and back: so workers hand them on, past the parent."""

from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from hemicycle.links import Linked

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
