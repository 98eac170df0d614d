"""What stands in a build's folder, and which form it has."""

import os
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path

import msgspec
from msgspec import Struct

from hemicycle.errors import ReadError

MANIFEST = "manifest.json"
READY_FILE = "site.msgpack"
"""What the site shows first, as a build has made it: listed, but no part of the data set."""

FORM = 1
"""The version of the form of folder, store and records; an older one is said to be so."""


class FileFacts(Struct, frozen=True):
    """One file of a build, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True):
    """The form of a build, the base of its IRIs, the software, and its files by name."""

    form: int
    base: str
    software: str
    files: tuple[FileFacts, ...]


def file_facts(
    folder: Path, leave_out: frozenset[str], known: Mapping[str, FileFacts] | None = None
) -> tuple[FileFacts, ...]:
    """The files below a folder, sorted by name, but for the top folders that are left out.

    What is `known` of a file by its name is not looked at again.
    """
    told = known or {}
    with os.scandir(folder) as top:
        entries = [entry for entry in top if entry.name not in leave_out]
    names = sorted(name for entry in entries for name in _names(entry, ""))
    return tuple(told.get(name) or facts_of(folder, name) for name in names)


def _names(entry: os.DirEntry[str], above: str) -> Iterator[str]:
    """The names of the files that an entry is or has; texts are tens of thousands."""
    name = f"{above}{entry.name}"
    if entry.is_file():
        yield name
    elif entry.is_dir():
        with os.scandir(entry.path) as inner:
            for one in inner:
                yield from _names(one, f"{name}/")


def facts_of(folder: Path, name: str) -> FileFacts:
    """One file below a folder, by its name there."""
    with (folder / name).open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return FileFacts(name, (folder / name).stat().st_size, digest)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a manifest, readable and always in the same bytes."""
    encoded = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    (folder / MANIFEST).write_bytes(encoded + b"\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a build.

    Raises ReadError when there is none, or when its form is not ours.
    """
    path = folder / MANIFEST
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise ReadError(
            "holds no build", file=folder, remedy="name a folder that hemicycle build wrote"
        ) from error
    except msgspec.DecodeError as error:
        raise ReadError(f"is no manifest: {error}", file=path, remedy="build again") from error
    if manifest.form != FORM:
        raise ReadError(
            f"has form {manifest.form}, this software reads form {FORM}",
            file=folder,
            remedy="build again",
        )
    return manifest
