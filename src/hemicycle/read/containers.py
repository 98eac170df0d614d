"""A container to its pages: each kind by its own module."""

from collections.abc import Iterator
from pathlib import Path

from hemicycle.errors import ReadError
from hemicycle.read.listed import Listed, Passed
from hemicycle.read.names import TAR_ENDINGS, ZIP_ENDINGS
from hemicycle.read.spool import Spool
from hemicycle.read.tar_container import list_tar
from hemicycle.read.warc_container import list_warc
from hemicycle.read.zip_container import list_zip


def list_container(path: Path, name: str, spool: Spool) -> Iterator[Listed | ReadError | Passed]:
    """Each page in a container, unread, and what cannot be; `name` is what its sources call it.

    What can only be read once, from its beginning, goes to the spool. Raises OSError.
    """
    if name.lower().endswith(ZIP_ENDINGS):
        yield from list_zip(path, name)
    elif name.lower().endswith(TAR_ENDINGS):
        yield from list_tar(path, name, spool)
    else:
        yield from list_warc(path, name, spool)
