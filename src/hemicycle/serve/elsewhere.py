"""A published build to what the server asks of a build: the same, but for files that it lacks.

Its texts are asked for one by one, the full-text index is made here, of what was published;
its catalogue names no files, for there are none to download.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import cast

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from hemicycle import __version__
from hemicycle.manifest import FORM, Manifest
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.query import Rows, plain, run_query
from hemicycle.rdf_bytes import rdf_bytes
from hemicycle.remote import OpenEndpoint, Patience, open_endpoint
from hemicycle.remote.indexed import write_published_index
from hemicycle.remote.store import RemoteStore
from hemicycle.remote.texts import PublishedTexts
from hemicycle.search import INDEX_FILE
from hemicycle.serve.entities import own_query
from hemicycle.serve.standing import Standing

HASTY = Patience(tries=2, first=0.2, longest=1.0, allowed=1.0, connect=5.0, read=120.0)
"""Somebody waits for the answer."""

CATALOG = "catalog.ttl"
_NAME = re.compile("[0-9a-f]{16}")


class Elsewhere(Struct, frozen=True):
    """A published build, and the folder of what is made of it here."""

    published: OpenEndpoint
    folder: Path

    @property
    def store(self) -> RemoteStore:
        """What answers queries and patterns as a store does."""
        return self.published.store

    @property
    def mint(self) -> Mint:
        """What makes the IRIs of the build."""
        return self.published.mint

    @property
    def texts(self) -> PublishedTexts:
        """What gives a page's text by the name of its file."""
        return self.published.texts

    def confirm(self) -> None:
        """Raise EndpointError where what is published is no more what was opened."""
        self.published.confirm()


def open_elsewhere(url: str, kept: Path | None = None) -> Standing:
    """What is published at an address; `kept` is the folder for what is made of it.

    Raises EndpointError where nothing whole is.
    """
    found = open_endpoint(url, patience=HASTY)
    name = found.version[:16]
    build = Elsewhere(found, (kept or Path(gettempdir())) / name)
    # All that readers ask of a build and of its store, these answer as well.
    return Standing(name, cast(OpenBuild, build))


@contextmanager
def published_build(url: str) -> Iterator[OpenBuild]:
    """What is published at an address, as long as it is needed: for the site as plain files.

    Raises EndpointError where nothing whole is.
    """
    with TemporaryDirectory(prefix="hemicycle-") as folder:
        build = open_elsewhere(url, Path(folder)).build
        write_catalogue(build)
        yield build


def elsewhere_manifest(build: OpenBuild) -> Manifest:
    """What stands for a manifest: no files."""
    software = f"hemicycle {__version__}"
    return Manifest(form=FORM, base=build.mint.base, software=software, files=())


def write_catalogue(build: OpenBuild) -> None:
    """Write the catalogue that the page of the data reads: how large the graph is."""
    build.folder.mkdir(parents=True, exist_ok=True)
    content = rdf_bytes(_catalogue(build), RdfFormat.TURTLE, PREFIXES)
    (build.folder / CATALOG).write_bytes(content)


def _catalogue(build: OpenBuild) -> Iterator[Triple]:
    dataset = build.mint.thing("dataset/hemicycle")
    for name in ("triples", "documents"):
        found = run_query(build.store, own_query(f"count-{name}"), build.mint)
        assert isinstance(found, Rows)  # both are SELECT
        number = Literal(int(plain(found.rows[0][0])))
        yield Triple(dataset, NamedNode(f"{PREFIXES['void']}{name}"), number)


def write_index(build: OpenBuild) -> None:
    """Write the full-text index, unless it stands there already; those of before go."""
    file = build.folder / INDEX_FILE
    if not file.exists():
        write_published_index(cast(RemoteStore, build.store), file)
    for other in build.folder.parent.glob("*"):
        if other != build.folder and _NAME.fullmatch(other.name):
            for name in (INDEX_FILE, CATALOG):
                (other / name).unlink(missing_ok=True)
            with suppress(OSError):  # what else stands there is not ours
                other.rmdir()
