"""Zip files made to do harm, damaged or odd: what is wrong is named, the rest is read."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read import read_paths

MEGABYTE = 1024 * 1024


def info(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    made.create_system = 3
    return made


def zipped(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression=zipfile.ZIP_DEFLATED) as file:
        for member, content in members:
            file.writestr(member, content, compress_type=zipfile.ZIP_DEFLATED)
    return data.getvalue()


def outcomes(data: bytes, tmp_path: Path) -> list[str]:
    """The names of the pages that are read, and what is said of the others."""
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    found = list(read_paths([path]))
    return [page.source.file if isinstance(page, Page) else str(page) for page in found]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("../b.txt", "its name leaves the folder"),
        ("x/../../b.txt", "its name leaves the folder"),
        ("..\\..\\b.txt", "its name leaves the folder"),
        ("../../etc/passwd", "its name leaves the folder"),
        ("/etc/b.txt", "its name begins at the root of a disk"),
        ("\\\\host\\b.txt", "its name begins at the root of a disk"),
        ("C:\\b.txt", "its name begins at the root of a disk"),
        ("b\n.txt", "its name holds a control character"),
        ("b" * 4093 + ".txt", "its name is longer than any system's"),
        ("b.zip", "a container inside a container is not opened"),
        ("b.warc.gz", "a container inside a container is not opened"),
    ],
)
def test_refused_by_its_name(name: str, problem: str, tmp_path: Path) -> None:
    found = outcomes(zipped((info(name), b"Vraag"), ("ok.txt", b"Vraag")), tmp_path)
    shown = name.replace("\n", "\\x0a")[:4096]
    assert found == [f"a.zip/{shown}: is refused: {problem}", "a.zip/ok.txt"]


@pytest.mark.parametrize(
    ("mode", "problem"),
    [
        (stat.S_IFLNK, "it is a link"),
        (stat.S_IFCHR, "it is a device"),
        (stat.S_IFIFO, "it is a device"),
    ],
)
def test_refused_by_its_kind(mode: int, problem: str, tmp_path: Path) -> None:
    data = zipped((info("b.txt", mode | 0o777), b"/etc/passwd"), ("ok.txt", b"Vraag"))
    assert outcomes(data, tmp_path) == [f"a.zip/b.txt: is refused: {problem}", "a.zip/ok.txt"]


def test_two_members_of_one_name(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a.txt", b"Vraag 1"), ("a.txt", b"Vraag 2"), ("./a.txt", b"Vraag 3"))
    problem = "the container has two members of this name, and the first is read"
    refused = f"a.zip/a.txt: is refused: {problem}"
    assert outcomes(data, tmp_path) == [refused, refused, "a.zip/a.txt"]
    (page,) = [page for page in read_paths([tmp_path / "a.zip"]) if isinstance(page, Page)]
    assert page.text == "Vraag 1"


def test_encrypted(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Vraag"), ("b.txt", b"Vraag")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert outcomes(bytes(data), tmp_path) == [
        "a.zip/a.txt: is encrypted; unpack it with its password",
        "a.zip/b.txt",
    ]


def test_packed_by_a_method_that_is_not_read(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Vraag"), ("b.txt", b"Vraag")))
    data[data.index(b"PK\x01\x02") + 10] = 9
    assert outcomes(bytes(data), tmp_path) == [
        "a.zip/a.txt: is packed by method 9; unpack the container into a folder",
        "a.zip/b.txt",
    ]


def test_name_that_is_no_utf_8(tmp_path: Path) -> None:
    data = zipped(("Li_ge.txt", b"Vraag")).replace(b"Li_ge", b"Li\xe8ge")
    assert outcomes(data, tmp_path) == ["a.zip/Li\\xe8ge.txt"]


def test_bomb(tmp_path: Path) -> None:
    data = zipped(
        ("a.txt", bytes(30 * MEGABYTE)), ("b.txt", bytes(33 * MEGABYTE)), ("ok.txt", b"V")
    )
    assert outcomes(data, tmp_path) == [
        "a.zip/a.txt: is refused: it unpacks to far more than a page",
        "a.zip/b.txt: is refused: it unpacks to far more than a page",
        "a.zip/ok.txt",
    ]


def test_bomb_that_lies_of_its_size(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", bytes(30 * MEGABYTE)), ("ok.txt", b"Vraag")))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 100)
    assert outcomes(bytes(data), tmp_path) == [
        "a.zip/a.txt: has not the length that its container promises",
        "a.zip/ok.txt",
    ]


def test_members_that_share_their_bytes(tmp_path: Path) -> None:
    inner = zipped(("b.txt", b"Vraag b"))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("a.txt", inner)
        file.writestr("ok.txt", b"Vraag")
    whole = data.getvalue()
    entry = inner[inner.index(b"PK\x01\x02") : inner.index(b"PK\x05\x06")]
    begin, end = whole.index(b"PK\x01\x02", len(inner) + 60), whole.rindex(b"PK\x05\x06")
    entry = entry[:42] + struct.pack("<L", whole.index(inner)) + entry[46:]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3, 3, end - begin + len(entry), begin, 0)
    found = outcomes(whole[:end] + entry + tail, tmp_path)
    assert found[1:] == [
        "a.zip/b.txt: is refused: other members use the same bytes",
        "a.zip/ok.txt",
    ]


def test_damaged_bytes_of_a_member(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Vraag"), ("b.txt", b"Vraag")))
    data[data.index(b"a.txt") + 6] ^= 0xFF
    found = outcomes(bytes(data), tmp_path)
    assert found[0].startswith("a.zip/a.txt: ")
    assert found[1:] == ["a.zip/b.txt"]


def test_damaged_directory(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Vraag"), ("b.txt", b"Vraag"), ("c.txt", b"Vraag")))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second] = 0
    remedy = "pack it again, or unpack it into a folder"
    problem = f"a.zip: has a damaged directory; members behind the damage are not read; {remedy}"
    assert outcomes(bytes(data), tmp_path) == [problem, "a.zip/a.txt"]


@pytest.mark.parametrize("kept", [0, 1, 21, 60, -1, -22, -40])
def test_cut_off(kept: int, tmp_path: Path) -> None:
    data = zipped(("a.txt", b"Vraag"), ("b.txt", b"Vraag"))
    first, *rest = outcomes(data[:kept] if kept else b"", tmp_path)
    assert first == "a.zip: is no zip file, or one that is cut off"
    assert not rest


def test_directory_that_points_elsewhere(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", b"Vraag"), ("b.txt", b"Vraag")))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 42, 0xFFFF0000)
    assert outcomes(bytes(data), tmp_path) == [
        "a.zip/a.txt: is not where the container's directory says",
        "a.zip/b.txt",
    ]


def test_what_stands_before_and_behind_does_no_harm(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.comment = b"packed in 2013"
        file.writestr("a.txt", b"Vraag")
    assert outcomes(b"#!/bin/sh\n" + data.getvalue(), tmp_path) == ["a.zip/a.txt"]


def test_large_form_of_the_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name in ("a.txt", "b.txt"):
            with file.open(name, "w", force_zip64=True) as member:
                member.write(b"Vraag")
    assert b"PK\x06\x06" in data.getvalue()
    assert outcomes(data.getvalue(), tmp_path) == ["a.zip/a.txt", "a.zip/b.txt"]


def test_large_form_that_points_nowhere(tmp_path: Path) -> None:
    whole = zipped(("a.txt", b"Vraag"))
    at = whole.index(b"PK\x05\x06")
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 60, (1 << 64) - 1)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    (error,) = outcomes(whole[:at] + end + locator + whole[at:], tmp_path)
    assert error.startswith("a.zip: has a damaged directory")


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hemicycle.read.members.MAX_MEMBERS", 2)
    data = zipped(*((f"{n}.txt", b"Vraag") for n in range(4)))
    assert outcomes(data, tmp_path) == [
        "a.zip: has more than 2 members; the rest is not read",
        "a.zip/0.txt",
        "a.zip/1.txt",
    ]


def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("a.txt", b"Vraag")))

    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    (error,) = read_paths([tmp_path / "a.zip"])
    assert isinstance(error, ReadError)
    assert str(error) == "a.zip: cannot be read (Permission denied)"
