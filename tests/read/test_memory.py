"""A container of any size is read in the same memory."""

import gzip
import io
import random
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

MEGABYTE = 1 << 20
SIZE = 128 * MEGABYTE
MOST = 24 * MEGABYTE
"""So much more memory than before it was read; a fifth of the container."""

URL = "https://www.senate.be/www/?MIval=Vragen/SVPrint&LEG=5&NR={}&LANG=fr"
READ = """
import sys
from pathlib import Path
from hemicycle.page import Page
from hemicycle.read import read_paths

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024

before = peak()
pages = sum(isinstance(found, Page) for found in read_paths([Path(sys.argv[1])]))
print(pages, peak() - before)
"""
"""What the system counts of this process alone: getrusage has that of its parent too."""


def grown(path: Path) -> tuple[int, int]:
    """How many pages a new process reads, and how much memory that takes."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )
    pages, memory = done.stdout.split()
    return int(pages), int(memory)


def records(warc_record: Callable[..., bytes], response: Callable[..., bytes]) -> Iterator[bytes]:
    """Other pages of a megabyte that nothing packs smaller, and after each one a question."""
    noise = random.Random(1).randbytes(MEGABYTE)
    other = warc_record("response", "https://www.example.org/", response(noise))
    for number in range(SIZE // MEGABYTE):
        yield other
        body = b"Vraag nr. 5-%d\n" % number * 1000
        yield warc_record("response", URL.format(number), response(body))


def write_plain(found: Iterator[bytes], path: Path) -> None:
    with path.open("wb") as file:
        file.writelines(found)


def write_each_packed(found: Iterator[bytes], path: Path) -> None:
    pack = cache(lambda record: gzip.compress(record, 1))
    with path.open("wb") as file:
        file.writelines(map(pack, found))


def write_packed_whole(found: Iterator[bytes], path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=0) as file:
        file.writelines(found)


@pytest.mark.parametrize("write", [write_plain, write_each_packed, write_packed_whole])
def test_warc(
    write: Callable[[Iterator[bytes], Path], None],
    warc_record: Callable[..., bytes],
    response: Callable[..., bytes],
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.warc"
    write(records(warc_record, response), path)
    assert path.stat().st_size > SIZE
    pages, memory = grown(path)
    path.unlink()
    assert pages == SIZE // MEGABYTE
    assert memory < MOST


def test_packed_tar(tmp_path: Path) -> None:
    path = tmp_path / "a.tgz"
    noise = random.Random(1).randbytes(MEGABYTE)
    with gzip.open(path, "wb", compresslevel=0) as raw, tarfile.open(fileobj=raw, mode="w|") as tar:
        for number in range(SIZE // MEGABYTE):
            for name, data in ((f"{number}.pdf", noise), (f"{number}.txt", b"Vraag\n" * 1000)):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    pages, memory = grown(path)
    path.unlink()
    assert pages == SIZE // MEGABYTE
    assert memory < MOST
