"""N-Triples to requests that a server takes: where one is too large (413), to smaller ones."""

from collections.abc import Callable, Iterator

from hemicycle.remote.refusals import TooLargeError

Send = Callable[[bytes], None]


class Bodies:
    """Sends N-Triples, and remembers how large a request was taken."""

    def __init__(self) -> None:
        self._most: int | None = None

    def send(self, first: Send, further: Send, lines: bytes) -> None:
        """Send all lines by `first`; where that is too much, some, and others by `further`.

        Raises TooLargeError where a single line is too large.
        """
        waiting, send = [lines], first
        while waiting:
            waiting[:1] = self._parts(waiting[0])
            try:
                send(waiting[0])
            except TooLargeError:
                if waiting[0].count(b"\n") < 2:
                    raise
                self._most = len(waiting[0]) // 2
            else:
                del waiting[0]
                send = further

    def _parts(self, lines: bytes) -> Iterator[bytes]:
        """The lines in parts of no more bytes than are taken; a longer line is one alone."""
        if self._most is None or len(lines) <= self._most:
            yield lines
            return
        part: list[bytes] = []
        size = 0
        for line in lines.splitlines(keepends=True):
            if part and size + len(line) > self._most:
                yield b"".join(part)
                part, size = [], 0
            part.append(line)
            size += len(line)
        yield b"".join(part)
