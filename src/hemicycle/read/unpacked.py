"""A file packed by gzip, bzip2 or xz to its bytes in their order, in flat memory."""

from collections.abc import Callable
from typing import BinaryIO, Final

from hemicycle.errors import ReadError
from hemicycle.read.extents import MAX_RATIO, is_bomb
from hemicycle.read.source import CHUNK, Source
from hemicycle.read.unpackers import BROKEN, GZIP, UNPACKERS, Unpacker

_LOOKED_AT: Final = 512


def open_source(file: BinaryIO, name: str, mark: bytes = b"") -> Source:
    """The bytes of an open file, unpacked where it is packed; `name` names it in errors.

    A packed member that begins with `mark` begins a new part.
    """
    first = file.read(8)
    file.seek(0)
    for magic, unpacker in UNPACKERS.items():
        if first.startswith(magic):
            return Unpacked(file, name, unpacker, mark)
    return Source(file)


class Unpacked(Source):
    """A packed file of one member or many, unpacked from its beginning to its end.

    Reading raises ReadError where the file is damaged or cut off, and where it unpacks
    to so much more than its size that it can only be meant to do harm.
    """

    def __init__(
        self, file: BinaryIO, name: str, unpacker: Callable[[], Unpacker], mark: bytes
    ) -> None:
        super().__init__(file)
        self._name = name
        self._new = unpacker
        self._mark = mark
        self._rest = "" if mark else "; the rest is not read"
        self._member = unpacker()
        self._member_at = 0
        self._packed = 0
        self._unpacked = 0
        self._held: bytes | ReadError = b""
        self._checked = 0
        self._is_damaged = False

    @property
    def checked(self) -> int:
        """Up to which position the bytes are those of members whose checksums were right."""
        return self._checked

    def is_damaged(self) -> bool:
        """Whether a damage was met, or an end cut off, since this was last asked.

        It may stand before the place where it was met: what is not `checked` is in doubt.
        """
        is_damaged, self._is_damaged = self._is_damaged, False
        return is_damaged

    def next_part(self) -> bool:
        """Go to the beginning of the next part, if there is one; the rest of this is passed."""
        while self.peek(1):
            self._move(len(self._buffer) - self._at)
        held, self._held = self._held, b""
        if isinstance(held, ReadError):
            raise held
        self._buffer, self._at = held, 0
        return bool(held)

    def rewind(self, position: int) -> None:
        """Stay: what is unpacked is gone."""

    def recover(self) -> bool:
        """Go to the next member that begins a part, behind a damage or an end cut off."""
        self._held = b""
        self._packed = self._unpacked = 0
        at = self._find(GZIP, self._member_at + 1)
        while at is not None and not self._begins_part(at):
            at = self._find(GZIP, at + 1)
        if at is None:
            return False
        self._file.seek(at)
        self._member, self._member_at = self._new(), at
        self._buffer, self._at = b"", 0
        return True

    def _skip_unread(self, count: int) -> int:
        """Unpack what is passed over: there is no other way past it."""
        passed = 0
        while passed < count and (have := self._fill(1)):
            step = min(have, count - passed)
            self._move(step)
            passed += step
        return passed

    def _more(self) -> bytes:
        """The next piece of this part: a member that begins a new one is held back."""
        while not self._held:
            if piece := self._piece():
                return piece
            rest = self._open_member()
            if not rest:
                break
            piece = self._opening(rest)
            if self._mark and piece.startswith(self._mark):
                self._held = piece
            elif piece:
                return piece
        return b""

    def _open_member(self) -> bytes:
        """Begin the next member; what is read of it, empty where only zeros are left."""
        self._checked = self.position + len(self._buffer) - self._at
        rest = self._member.unused_data.lstrip(b"\0")
        while not rest:
            chunk = self._file.read(CHUNK)
            if not chunk:
                return b""
            rest = chunk.lstrip(b"\0")
            self._packed += len(chunk)
        self._member_at = self._file.tell() - len(rest)
        self._member = self._new()
        return rest

    def _opening(self, rest: bytes) -> bytes:
        """The first piece of a member, long enough for the mark.

        Where parts are told apart, a damage here is the next part's: it is held back.
        """
        try:
            piece = self._unpack(rest)
            while len(piece) < len(self._mark) and (more := self._piece()):
                piece += more
        except ReadError as error:
            if not self._mark:
                raise
            self._held = error
            return b""
        return piece

    def _piece(self) -> bytes:
        """The next bytes of the open member; empty where it ends."""
        while not self._member.eof:
            data = b""
            if self._member.needs_input:
                data = self._file.read(CHUNK)
                self._packed += len(data)
                if not data:
                    self._is_damaged = True  # a damage may have hidden the end
                    raise ReadError("is cut off", file=self._name, remedy="fetch it again")
            if piece := self._unpack(data):
                return piece
        return b""

    def _unpack(self, data: bytes) -> bytes:
        try:
            piece = self._member.decompress(data, CHUNK)
        except BROKEN as error:
            self._is_damaged = True
            problem = f"is damaged behind byte {self._member_at}{self._rest}"
            raise ReadError(problem, file=self._name, remedy="fetch it again") from error
        self._unpacked += len(piece)
        if is_bomb(self._packed, self._unpacked):
            problem = f"unpacks to over {MAX_RATIO} times its size{self._rest}"
            raise ReadError(problem, file=self._name)
        return piece

    def _find(self, wanted: bytes, at: int) -> int | None:
        """Where the packed file next has some bytes."""
        self._file.seek(at)
        seen = b""
        while chunk := self._file.read(CHUNK):
            seen += chunk
            if (found := seen.find(wanted)) >= 0:
                return self._file.tell() - len(seen) + found
            seen = seen[-len(wanted) :]
        return None

    def _begins_part(self, at: int) -> bool:
        self._file.seek(at)
        try:
            opening = self._new().decompress(self._file.read(_LOOKED_AT), len(self._mark))
        except BROKEN:
            return False
        return bool(self._mark) and opening == self._mark
