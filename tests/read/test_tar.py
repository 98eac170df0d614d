"""Tar files made to do harm, damaged or odd: what is wrong is named, the rest is read."""

import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hemicycle.page import Page
from hemicycle.read import read_paths

MEGABYTE = 1024 * 1024
FORMS = {"ustar": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}


def member(name: str, content: bytes = b"Vraag", **more: object) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for key, value in more.items():
        setattr(info, key, value)
    return info, content


def tarred(*members: tuple[tarfile.TarInfo, bytes], form: str = "pax") -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=FORMS[form]) as file:
        for info, content in members:
            file.addfile(info, io.BytesIO(content))
    return data.getvalue()


def outcomes(data: bytes, tmp_path: Path, name: str = "a.tar") -> list[str]:
    """The names of the pages that are read, and what is said of the others."""
    path = tmp_path / name
    path.write_bytes(data)
    found = list(read_paths([path]))
    return [page.source.file if isinstance(page, Page) else str(page) for page in found]


@pytest.mark.parametrize("packer", [bytes, gzip.compress], ids=["tar", "tgz"])
@pytest.mark.parametrize(
    ("name", "more", "problem"),
    [
        ("../b.txt", {}, "its name leaves the folder"),
        ("/etc/b.txt", {}, "its name begins at the root of a disk"),
        ("/etc/passwd", {}, "its name begins at the root of a disk"),
        ("b.txt", {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}, "it is a link"),
        ("b.txt", {"type": tarfile.LNKTYPE, "linkname": "ok.txt"}, "it is a link"),
        ("b.txt", {"type": tarfile.CHRTYPE}, "it is a device"),
        ("b.txt", {"type": tarfile.FIFOTYPE}, "it is a device"),
        ("b.txt", {"type": tarfile.GNUTYPE_SPARSE}, "it is a sparse file"),
        ("b.tar.gz", {}, "a container inside a container is not opened"),
    ],
)
def test_refused(
    name: str,
    more: dict[str, object],
    problem: str,
    packer: Callable[[bytes], bytes],
    tmp_path: Path,
) -> None:
    content = b"" if "type" in more else b"Vraag"
    data = tarred(member(name, content, **more), member("ok.txt"))
    assert outcomes(packer(data), tmp_path) == [
        f"a.tar/{name}: is refused: {problem}",
        "a.tar/ok.txt",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_long_names_of_every_form(form: str, tmp_path: Path) -> None:
    folder = "/".join(["map"] * 20)
    name = f"{folder}/{'v' * 60}é.txt" if form != "ustar" else f"{folder}/{'v' * 60}.txt"
    assert outcomes(tarred(member(name), member("z.txt"), form=form), tmp_path) == [
        f"a.tar/{name}",
        "a.tar/z.txt",
    ]


def test_two_members_of_one_name(tmp_path: Path) -> None:
    data = tarred(member("a.txt", b"Vraag 1"), member("./a.txt", b"Vraag 2"))
    problem = "the container has two members of this name, and the first is read"
    assert outcomes(data, tmp_path) == [f"a.tar/a.txt: is refused: {problem}", "a.tar/a.txt"]


def test_name_that_is_no_utf_8(tmp_path: Path) -> None:
    data = tarred(member("Li\udce8ge.txt"), form="gnu")
    assert outcomes(data, tmp_path) == ["a.tar/Li\\xe8ge.txt"]


def test_damaged_header_costs_its_member(tmp_path: Path) -> None:
    data = bytearray(tarred(member("a.txt"), member("b.txt"), member("c.txt")))
    data[1024] ^= 0xFF
    assert outcomes(bytes(data), tmp_path) == [
        "a.tar: is damaged at byte 1024",
        "a.tar/a.txt",
        "a.tar/c.txt",
    ]


def test_size_that_is_wrong(tmp_path: Path) -> None:
    info, content = member("a.txt")
    header = bytearray(info.tobuf(tarfile.USTAR_FORMAT))
    header[124:136] = b"77777777777\0"
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    rest = tarred(member("b.txt"))
    data = bytes(header) + content.ljust(512, b"\0") + rest
    assert outcomes(data, tmp_path) == [
        "a.tar: is cut off; fetch it again",
        "a.tar: is cut off: its end mark is missing; fetch it again",
        "a.tar/a.txt: is larger than 32 MB, so not a page",
    ]


def test_cut_off(tmp_path: Path) -> None:
    data = tarred(member("a.txt"), member("b.txt", b"Vraag " * 200))
    mark = "a.tar: is cut off: its end mark is missing; fetch it again"
    assert outcomes(data[:1024], tmp_path) == [mark, "a.tar/a.txt"]
    found = outcomes(data[:1800], tmp_path)
    assert mark in found
    assert found[-2:] == ["a.tar/a.txt", "a.tar/b.txt: is cut off by the end of its container"]
    packed = gzip.compress(data)[:-9]
    assert outcomes(packed, tmp_path)[0] == "a.tar: is cut off; fetch it again"


def test_huge_header_is_not_held(tmp_path: Path) -> None:
    info, _ = member("x")
    info.type = tarfile.XHDTYPE
    info.size = 1 << 40
    data = info.tobuf(tarfile.GNU_FORMAT) + tarred(member("a.txt"))
    assert (
        outcomes(data, tmp_path)[0]
        == "a.tar: has a header of over a megabyte; the rest is not read"
    )


def test_two_containers_in_one_file(tmp_path: Path) -> None:
    data = tarred(member("a.txt"))
    both = gzip.compress(data) + gzip.compress(tarred(member("b.txt")))
    assert outcomes(both, tmp_path, "a.tgz") == ["a.tgz/a.txt", "a.tgz/b.txt"]


@pytest.mark.parametrize("packer", [gzip.compress, lzma.compress], ids=["gz", "xz"])
def test_bomb(packer: Callable[[bytes], bytes], tmp_path: Path) -> None:
    data = tarred(member("a.txt"), member("b.bin", bytes(40 * MEGABYTE)), member("c.txt"))
    assert outcomes(packer(data), tmp_path, "a.tgz") == [
        "a.tgz: unpacks to over 250 times its size; the rest is not read",
        "a.tgz/a.txt",
    ]


def test_page_that_is_too_large(tmp_path: Path) -> None:
    data = tarred(member("a.txt", bytes(33 * MEGABYTE)), member("b.txt"))
    assert outcomes(data, tmp_path) == [
        "a.tar/a.txt: is larger than 32 MB, so not a page",
        "a.tar/b.txt",
    ]
