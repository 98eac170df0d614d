"""Whatever container pages come in, they are read as the folder of them would be."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read import read_paths

Pack = Callable[[Mapping[str, bytes], Path], None]

ENDINGS = (".zip", ".stored.zip", ".bzip2.zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
NAMES = st.from_regex(r"([a-c]/){0,2}\.?[A-Za-z0-9é]{1,6}\.(txt|HTML|pdf)", fullmatch=True)
TEXTS = st.text(max_size=40).map("Vraag {}".format).map(str.encode)
INDEX = st.lists(
    st.one_of(
        st.builds(
            lambda file, day: json.dumps(
                {"file": file, "url": f"https://www.senate.be/{file}", "retrieved_at": day}
            ),
            NAMES,
            st.sampled_from(["2013-08-01", "2014-02-03"]),
        ),
        st.just("{}"),
    ),
    max_size=4,
).map(lambda lines: "\n".join(lines).encode())
FOLDERS = st.builds(
    lambda pages, index, inner: {**pages, **index, **inner},
    st.dictionaries(NAMES, st.one_of(TEXTS, st.binary(max_size=40)), max_size=6),
    st.dictionaries(st.just("index.jsonl"), INDEX),
    st.dictionaries(st.just("a/index.jsonl"), INDEX),
)


def read(path: Path) -> list[Page | ReadError]:
    return list(read_paths([path]))


def inside(found: Page | ReadError, container: str) -> Page | tuple[str | None, str, int | None]:
    """A page or an error with the container's name taken off."""
    if isinstance(found, Page):
        file = found.source.file.removeprefix(f"{container}/")
        return replace(found, source=replace(found.source, file=file))
    return (found.file or "").removeprefix(f"{container}/"), found.problem, found.line


@pytest.mark.parametrize("ending", ENDINGS)
@given(members=FOLDERS)
@settings(max_examples=40, deadline=None)
def test_container_is_read_as_its_folder(
    pack: Pack, ending: str, members: dict[str, bytes]
) -> None:
    with TemporaryDirectory() as place:
        folder, container = Path(place) / "pages", Path(place) / f"pages{ending}"
        for name, data in members.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        folder.mkdir(exist_ok=True)
        pack(members, container)
        as_folder = [inside(found, str(folder)) for found in read(folder)]
        as_container = [inside(found, container.name) for found in read(container)]
    empty = (str(folder), "holds no page", None)
    as_folder = [found for found in as_folder if found != empty]
    empty = (str(container), "holds no page", None)
    assert [found for found in as_container if found != empty] == as_folder


def test_order_of_members_does_not_matter(pack: Pack, tmp_path: Path) -> None:
    index = b'{"file": "b.txt", "url": "https://www.senate.be/b"}'
    members = {"b.txt": b"Vraag", "a.txt": b"Question", "index.jsonl": index}
    for ending in ENDINGS:
        path = tmp_path / f"p{ending}"
        pack(members, path)
        first = read(path)
        pack(dict(reversed(members.items())), path)
        assert read(path) == first
        assert [page.source.url for page in first if isinstance(page, Page)] == [
            None,
            "https://www.senate.be/b",
        ]


def test_containers_in_a_folder_come_in_the_place_of_their_names(
    pack: Pack, tmp_path: Path
) -> None:
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text("Vraag")
    (tmp_path / "sub").mkdir()
    pack({"2.txt": b"Vraag", "1.txt": b"Vraag"}, tmp_path / "sub" / "m.tar.gz")
    pack({"3.txt": b"Vraag"}, tmp_path / "b.ZIP".lower())
    pack({"no.pdf": b""}, tmp_path / "empty.zip")
    pack({"4.txt": b"Vraag"}, tmp_path / ".hidden.zip")
    names = [page.source.file for page in read(tmp_path) if isinstance(page, Page)]
    assert names == ["a.txt", "b.zip/3.txt", "sub/m.tar.gz/1.txt", "sub/m.tar.gz/2.txt", "z.txt"]
    assert not [error for error in read(tmp_path) if isinstance(error, ReadError)]


def test_container_without_a_page_is_named(pack: Pack, tmp_path: Path) -> None:
    pack({"a.pdf": b""}, tmp_path / "a.zip")
    assert [str(error) for error in read(tmp_path / "a.zip")] == [
        f"{tmp_path / 'a.zip'}: holds no page; the names of pages end in .txt, .text, .html, .htm"
    ]


def test_what_is_no_container(tmp_path: Path) -> None:
    found = {}
    for name in ("a.zip", "a.tar", "a.tgz", "a.warc", "a.warc.gz"):
        (tmp_path / name).write_bytes(b"Vraag, and no more")
        found[name] = str(read(tmp_path / name)[0])
    assert found == {
        "a.zip": "a.zip: is no zip file, or one that is cut off",
        "a.tar": "a.tar: is damaged at byte 0",
        "a.tgz": "a.tgz: is damaged at byte 0",
        "a.warc": "a.warc: record at byte 0 is not read: it has no WARC header",
        "a.warc.gz": "a.warc.gz: record at byte 0 is not read: it has no WARC header",
    }


def test_nothing_stays_behind(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    pack({"a.txt": b"Vraag", "b.txt": b"Vraag"}, tmp_path / "a.tgz")
    pages = read_paths([tmp_path / "a.tgz"])
    next(pages)
    assert [path.name[:10] for path in aside.iterdir()] == ["hemicycle-"]
    assert len(list(pages)) == 1
    assert not list(aside.iterdir())


@given(data=st.binary(max_size=300))
@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz", "a.tar.xz", "a.warc", "a.wet.gz"])
@pytest.mark.parametrize("magic", [b"", b"PK\x05\x06", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"BZh9"])
@settings(max_examples=15, deadline=None)
def test_any_bytes_end_in_errors(name: str, magic: bytes, data: bytes) -> None:
    with TemporaryDirectory() as place:
        path = Path(place) / name
        path.write_bytes(magic + data)
        assert all(isinstance(found, Page) or str(found) for found in read(path))


def test_no_single_damage_of_a_packed_tar_changes_a_page(pack: Pack, tmp_path: Path) -> None:
    """Every byte of it, also where the damage hides the end, and with that the checksum."""
    members = {f"{n}.txt": f"Vraag {n} ".encode() * 50 for n in range(4)}
    path = tmp_path / "a.tgz"
    pack(members, path)
    packed, texts = path.read_bytes(), {text.decode() for text in members.values()}
    for at in range(len(packed)):
        for change in (1, 2, 4, 8, 16, 32, 64, 65, 128, 255):
            path.write_bytes(packed[:at] + bytes([packed[at] ^ change]) + packed[at + 1 :])
            pages = [page for page in read(path) if isinstance(page, Page)]
            assert all(page.text in texts for page in pages), (at, change)


@given(data=st.data())
@pytest.mark.parametrize("ending", [".zip", ".tar", ".tgz", ".tar.bz2"])
@settings(max_examples=60, deadline=None)
def test_damage_never_changes_a_page(pack: Pack, ending: str, data: st.DataObject) -> None:
    """But in a plain tar, which has no checksum of what it holds."""
    members = {f"{n}.txt": f"Vraag {n} ".encode() * 50 for n in range(4)}
    with TemporaryDirectory() as place:
        path = Path(place) / f"a{ending}"
        pack(members, path)
        packed = bytearray(path.read_bytes())
        at = data.draw(st.integers(0, len(packed) - 1))
        if data.draw(st.booleans()):
            del packed[at:]
        else:
            packed[at] ^= data.draw(st.integers(1, 255))
        path.write_bytes(packed)
        found = read(path)
    texts = {text.decode() for text in members.values()}
    pages = [page for page in found if isinstance(page, Page)]
    assert ending == ".tar" or all(page.text in texts for page in pages)
    assert len(pages) == len(members) or len(pages) < len(found)
