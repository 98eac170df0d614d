"""A tar file, plain or packed, to its pages: those of a plain one stay where they are."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hemicycle.errors import ReadError
from hemicycle.read.listed import Extent, Listed
from hemicycle.read.members import MAX_INDEX_BYTES, Members
from hemicycle.read.names import is_index
from hemicycle.read.page_bytes import MAX_BYTES, too_large
from hemicycle.read.source import Source
from hemicycle.read.spool import Spool
from hemicycle.read.tar_headers import TarMember, read_members
from hemicycle.read.unpacked import Unpacked, open_source


def list_tar(path: Path, name: str, spool: Spool) -> Iterator[Listed | ReadError]:
    """The pages of a tar file by name; those of a packed one go to the spool.

    The container is read to its end before the first page is given, for its index may
    stand there. Raises OSError.
    """
    members = Members(name)
    with path.open("rb") as file:
        source = open_source(file, name)
        aside = spool if isinstance(source, Unpacked) else None
        try:
            for member in read_members(source, name):
                if isinstance(member, ReadError):
                    members.errors.append(member)
                else:
                    _take(member, members, source, aside)
        except ReadError as error:
            members.errors.append(error)
            _read_on(source)
            if source.is_damaged():
                members.forget()
    yield from members.listed(path if aside is None else spool.path)


def _read_on(source: Source) -> None:
    """Go to the end of what is packed at once, where its checksum tells whether it is sound."""
    with suppress(ReadError):
        while source.skip(MAX_BYTES):
            pass


def _take(member: TarMember, members: Members, source: Source, spool: Spool | None) -> None:
    """Note where a member stands that is to be read, after setting it aside where it must be."""
    chosen = members.choose(member.name, member.kind)
    if chosen is None:
        return
    name = members.source_name(chosen)
    if member.size > (MAX_INDEX_BYTES if is_index(chosen) else MAX_BYTES):
        members.add(chosen, too_large(name))
    elif spool is None:
        extent = Extent(offset=source.position, length=member.size, size=member.size)
        members.add(chosen, extent)
    else:
        data = source.read(member.size)
        if len(data) < member.size:
            members.add(chosen, ReadError("is cut off", file=name, remedy="fetch it again"))
        else:
            members.add(chosen, spool.add(data))
