"""Pages in containers are parsed and built as those of a folder, by any number of workers."""

import gzip
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from hemicycle.errors import HemicycleError
from hemicycle.pipeline import Settings, build, parse_paths
from hemicycle.pipeline.archive import write_records
from hemicycle.pipeline.reading import read_archive
from hemicycle.progress import Silent
from hemicycle.read import Passed, passed_lines
from hemicycle.records import Record

DOCUMENTS = Path(__file__).parent.parent / "documents"
PAGES = {path.name: path.read_bytes() for path in sorted(DOCUMENTS.glob("*.txt"))}
URL = "https://www.senate.be/www/?MIval=Vragen/{}&LEG=5&NR={}&LANG=fr"
URLS = {
    "5-8906.web.fr.txt": URL.format("SchriftelijkeVraag", 8906),
    "5-8910.bilingual-print.txt": URL.format("SVPrintNLFR", 8910),
}
WHEN = "2013-08-01T12:00:00Z"
INDEX = b"\n".join(
    msgspec.json.encode({"file": name, "url": url, "retrieved_at": WHEN})
    for name, url in URLS.items()
)


def warc_record(kind: str, url: str, block: bytes) -> bytes:
    head = f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {WHEN}\r\n"
    length = f"Content-Length: {len(block)}\r\n\r\n"
    return f"WARC/1.0\r\n{head}{length}".encode() + block + b"\r\n\r\n"


def response(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + body


def write_folder(path: Path) -> None:
    path.mkdir()
    for name, data in (*PAGES.items(), ("index.jsonl", INDEX)):
        (path / name).write_bytes(data)


def write_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as file:
        for name, data in (*PAGES.items(), ("index.jsonl", INDEX)):
            file.writestr(name, data)


def write_tar(path: Path) -> None:
    folder = path.with_suffix(".d")
    write_folder(folder)
    with tarfile.open(path, "w:gz") as file:
        file.add(folder, arcname=".")


def write_warc(path: Path) -> None:
    other = warc_record("response", "https://www.senate.be/", response(b"Bienvenue"))
    error = warc_record("response", URL.format("SVPrint", 1), response(b"Page introuvable"))
    records = [warc_record("response", URLS[name], response(data)) for name, data in PAGES.items()]
    members = [other, error, *records, other]
    path.write_bytes(b"".join(map(gzip.compress, members)))


def write_wet(path: Path) -> None:
    records = [warc_record("conversion", URLS[name], data) for name, data in PAGES.items()]
    path.write_bytes(b"".join(records))


WRITERS: dict[str, Callable[[Path], None]] = {
    "pages": write_folder,
    "pages.zip": write_zip,
    "pages.tar.gz": write_tar,
    "pages.warc.gz": write_warc,
    "pages.warc.wet": write_wet,
}


def without_file(record: Record) -> Record:
    source = msgspec.structs.replace(record.source, file="")
    return msgspec.structs.replace(record, source=source)


def parsed(path: Path) -> list[Record | HemicycleError]:
    return [
        without_file(item) if isinstance(item, Record) else item
        for item in parse_paths([path])
        if not isinstance(item, Passed)
    ]


@pytest.mark.parametrize("name", WRITERS)
def test_records_are_those_of_the_folder(name: str, tmp_path: Path) -> None:
    write_folder(tmp_path / "expected")
    WRITERS[name](tmp_path / name)
    expected = parsed(tmp_path / "expected")
    assert [record.source.url for record in expected if isinstance(record, Record)] == [
        URLS[name] for name in PAGES
    ]
    assert parsed(tmp_path / name) == expected


def test_what_is_passed_over_is_one_line(tmp_path: Path) -> None:
    write_warc(tmp_path / "a.warc.gz")
    passed = (item for item in parse_paths([tmp_path]) if isinstance(item, Passed))
    assert passed_lines(passed) == [
        "a.warc.gz: 3 records of other pages passed over "
        "(2 of another address, 1 with no question on them)"
    ]


def test_parse_says_it_and_ends_well(tmp_path: Path) -> None:
    write_warc(tmp_path / "a.warc.gz")
    done = subprocess.run(
        [sys.executable, "-m", "hemicycle", "parse", str(tmp_path / "a.warc.gz")],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "100"},
        check=False,
    )
    assert done.returncode == 0
    assert [msgspec.json.decode(line)["question"] for line in done.stdout.splitlines()] == [
        "5-8906",
        "5-8910",
    ]
    assert done.stderr == (
        "a.warc.gz: 3 records of other pages passed over "
        "(2 of another address, 1 with no question on them)\n"
    )


def test_any_number_of_workers_builds_the_same(
    tmp_path: Path, files_of: Callable[[Path], dict[str, bytes]]
) -> None:
    pages, out, alone = tmp_path / "pages", tmp_path / "out", tmp_path / "alone"
    for folder in (pages, alone, alone / "work"):
        folder.mkdir()
    write_zip(pages / "a.zip")
    write_warc(pages / "b.warc.gz")
    report = build([pages], out, Settings(workers=2), Silent())
    assert report.problems == ()
    assert report.passed == (
        "b.warc.gz: 3 records of other pages passed over "
        "(2 of another address, 1 with no question on them)",
    )
    archive = read_archive([pages], alone, alone / "work", Settings(workers=1), Silent())
    write_records(archive, alone)
    built = files_of(out)
    for name, data in files_of(alone).items():
        assert name.startswith("work/shard-") or built[name] == data
    texts = {data for name, data in built.items() if name.startswith("texts/")}
    assert texts == set(PAGES.values())
    sources = built["hemicycle.nq"].decode()
    assert '"a.zip/5-8906.web.fr.txt"' in sources
    assert f'"{WHEN}"' in sources
    assert "  b.warc.gz: 3 records" in built["report.txt"].decode()
