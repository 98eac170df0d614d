"""A build to what the next one takes over from it, and back.

It stands in the folder `kept` of a build: what was read of which file, where each cluster
stands in the dumps, and what pages share. None of it is an output: its bytes may differ
between builds whose outputs are alike.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hemicycle.assets import authority_files
from hemicycle.pipeline.archive import Archive, settled
from hemicycle.pipeline.graph import Own
from hemicycle.pipeline.kept_results import KeptChecked, KeptLedger, known_checked, known_ledger
from hemicycle.pipeline.marks import Known, Mark, ReadFile
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.written import Lengths
from hemicycle.software import software
from hemicycle.store import STORE_FOLDER
from hemicycle.take_down import TAKE_DOWN_FILE
from hemicycle.validate.places import Places
from hemicycle.vocabulary import vocabulary_files

KEPT = "kept"
"""The folder of what a build keeps."""

KEPT_FILE = "kept.msgpack"

SHAPES_REPORT = "report.ttl"
"""What shapes find, in RDF: a build with the same results takes the file over."""


class Kept(Struct, frozen=True, kw_only=True):
    """What a build keeps in one file; names of files are relative to the build's folder.

    `made_by` tells the software, the base and the authority; `marks` are those of the other
    files that the next build reads; `clusters` are the keys of the pages of each cluster, and
    `lengths` those of the clusters in the dumps; `places` those of the faults of shared nodes;
    `faults` is a hash of all faults.
    """

    made_by: str
    has_dumps: bool
    marks: dict[str, Mark]
    files: tuple[ReadFile, ...]
    clusters: tuple[tuple[str, ...], ...]
    lengths: tuple[Lengths, ...]
    checked: KeptChecked
    counts: dict[bytes, int]
    ledger: KeptLedger
    places: Places
    faults: str


class Before(Struct, frozen=True):
    """The last build: its folder, its pages, their clusters, where these and faults stand."""

    folder: Path
    archive: Archive
    clusters: tuple[tuple[str, ...], ...]
    lengths: tuple[Lengths, ...]
    own: Own
    places: Places
    faults: str

    @property
    def kept(self) -> Path:
        """The folder of what it keeps."""
        return self.folder / KEPT


def last_build(folder: Path, settings: Settings) -> Before | None:
    """The build in a folder that the next one can go on from; None where there is none.

    There is none where other software, another base or another authority made it, where it
    lacks the dumps that are wanted, or where somebody changed it.
    """
    if settings.afresh:
        return None
    try:
        kept = msgspec.msgpack.decode((folder / KEPT / KEPT_FILE).read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return None
    if kept.made_by != made_by(settings) or (settings.dumps and not kept.has_dumps):
        return None
    if not (folder / STORE_FOLDER).is_dir() or kept.marks != marks_of(folder, kept.marks):
        return None
    files = tuple(_moved(file, folder) for file in kept.files)
    own = Own(known_checked(kept.checked), Counter(kept.counts), known_ledger(kept.ledger))
    return Before(
        folder, settled(files), kept.clusters, kept.lengths, own, kept.places, kept.faults
    )


def known_pages(before: Before | None) -> Known:
    """What the last build has read; nothing where there is none."""
    if before is None:
        return Known()
    return Known(before.archive.files)


def marks_of(folder: Path, names: Iterable[str]) -> dict[str, Mark]:
    """The size of each file and when it was changed; those that are not there are left out."""
    found: dict[str, Mark] = {}
    for name in names:
        if (folder / name).is_file():
            facts = (folder / name).stat()
            found[name] = Mark(facts.st_size, facts.st_mtime_ns)
    return found


def made_by(settings: Settings) -> str:
    """A hash of all that outputs depend on beside the pages."""
    found = sha256(repr((software(), settings.base)).encode())
    user = (folder / TAKE_DOWN_FILE for folder in settings.authority)
    for file in (
        *authority_files(settings.authority), *vocabulary_files(settings.authority), *user
    ):  # fmt: skip
        if file.is_file():
            found.update(f"{file.name}\0".encode())
            found.update(sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _moved(file: ReadFile, folder: Path) -> ReadFile:
    """The same with whole paths."""
    if file.done is None:
        return file
    record, linked = file.done.record, file.done.linked
    return replace(
        file,
        done=replace(
            file.done,
            record=replace(record, file=f"{folder}/{record.file}"),
            linked=replace(linked, file=f"{folder}/{linked.file}"),
        ),
    )
