"""Pages out of a packed stream to a file where each can be read by itself.

A tar.gz or a WARC can only be read from its beginning, and only once. Its pages, and
nothing else of it, are set aside, packed again one by one, so that workers can read
any of them and the whole takes no more room than the container did.
"""

import os
import tempfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

from hemicycle.errors import BuildError
from hemicycle.read.listed import Extent

_FASTEST = 1
_NAME = "spool"


class Spool:
    """A file of pages that is made when the first comes, and goes with its context.

    It stands in `folder`, or without one where the system keeps its temporary files.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._path: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    @property
    def path(self) -> Path:
        """The file; made if it is not there yet.

        Raises BuildError where the disk refuses.
        """
        if self._path is None:
            self._path = self._made()
        return self._path

    def add(self, data: bytes) -> Extent:
        """Set the bytes of a page aside; where they stand in `path`.

        Raises BuildError where the disk refuses, for then pages would be lost.
        """
        packer = zlib.compressobj(_FASTEST, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(data) + packer.flush()
        path = self.path
        try:
            with path.open("ab") as file:
                offset = file.tell()
                file.write(packed)
        except OSError as error:
            raise _refused(error, path) from error
        return Extent(
            offset=offset,
            length=len(packed),
            size=len(data),
            packing="deflate",
            crc=zlib.crc32(data),
        )

    def _made(self) -> Path:
        if self._folder is not None:
            return self._folder / _NAME
        try:
            number, name = tempfile.mkstemp(prefix="hemicycle-")
        except OSError as error:
            raise _refused(error, Path(tempfile.gettempdir())) from error
        os.close(number)
        return Path(name)


def _refused(error: OSError, path: Path) -> BuildError:
    problem = f"pages cannot be set aside ({error.strerror})"
    return BuildError(problem, file=path, remedy="make room on the disk")
