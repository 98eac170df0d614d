"""An installation to what must be the same wherever one build is made: versions and files."""

import platform
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from hemicycle import __version__
from hemicycle.assets import asset

PACKAGES = ("lxml", "msgspec", "pyoxigraph", "rdflib")
"""The packages of others whose version may change the bytes that a worker writes."""

_PASSED_OVER = frozenset(("__pycache__", "data"))
"""What Python compiled, and the folder where a wheel keeps what a checkout has elsewhere."""


class Version(Struct, frozen=True):
    """One thing that is installed, and which version of it."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@cache
def software() -> tuple[Version, ...]:
    """What runs here; of ours the files count, not the version alone."""
    return (
        Version("hemicycle", f"{__version__} ({_digest()})"),
        Version("Python", platform.python_version().rpartition(".")[0]),
        *(Version(name, version(name)) for name in PACKAGES),
    )


def _digest() -> str:
    """The first digits of a hash over the names and bytes of all our files."""
    found = sha256()
    for root in (Path(__file__).parent, asset("ontology"), asset("shapes")):
        for name in _names(root):
            found.update(f"{name}\0".encode())
            found.update(sha256((root / name).read_bytes()).digest())
    return found.hexdigest()[:12]


def _names(root: Path) -> Iterator[str]:
    for file in sorted(root.rglob("*")):
        name = file.relative_to(root)
        if file.is_file() and not (_PASSED_OVER & set(name.parts) or file.name.startswith(".")):
            yield name.as_posix()
