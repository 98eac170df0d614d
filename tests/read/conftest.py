"""What makes containers for the tests: the same members in any of them, and WARC records."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

METHODS = {".stored.zip": 0, ".bzip2.zip": 12, ".zip": 8}
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".tgz": gzip.compress,
    ".tar.gz": gzip.compress,
    ".tar.bz2": bz2.compress,
    ".tar.xz": lzma.compress,
}


@pytest.fixture(scope="session")
def pack() -> Callable[[Mapping[str, bytes], Path], None]:
    """Write members to a container; the end of its name tells its kind."""

    def write(members: Mapping[str, bytes], path: Path) -> None:
        for ending, method in METHODS.items():
            if path.name.endswith(ending):
                with zipfile.ZipFile(path, "w", compression=method) as file:
                    for name, data in members.items():
                        file.writestr(name, data)
                return
        packer = next(PACKERS[ending] for ending in PACKERS if path.name.endswith(ending))
        path.write_bytes(packer(_tar(members)))

    return write


@pytest.fixture(scope="session")
def warc_record() -> Callable[..., bytes]:
    """One WARC record of a type, an address and a block, with other fields after these."""

    def record(kind: str, url: str, block: bytes, **fields: str) -> bytes:
        named = {
            "WARC-Type": kind,
            "WARC-Target-URI": url,
            "WARC-Date": "2013-08-01T12:00:00Z",
            "Content-Length": str(len(block)),
        } | {name.replace("_", "-"): value for name, value in fields.items()}
        lines = [f"{name}: {value}" for name, value in named.items() if value]
        return "\r\n".join(["WARC/1.0", *lines, "", ""]).encode() + block + b"\r\n\r\n"

    return record


@pytest.fixture(scope="session")
def response() -> Callable[..., bytes]:
    """An HTTP response of a body as it was sent, and headers."""

    def made(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
        named = {"Content-Type": "text/html"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        lines = [f"{name}: {value}" for name, value in named.items()]
        return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body

    return made


def _tar(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as file:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            file.addfile(info, io.BytesIO(content))
    return data.getvalue()
