"""A downloaded RDF file, packed or not, to its triples, one at a time."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, parse

from hemicycle.errors import AuthorityError

_FORMATS = {
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".nt": RdfFormat.N_TRIPLES,
    ".ttl": RdfFormat.TURTLE,
}
_REMEDY = "give the SKOS file as it was downloaded: .rdf, .xml, .nt or .ttl, or a .zip or .gz of it"


def read_triples(file: Path) -> Iterator[Quad]:
    """The triples of an RDF file, of one in .gz, or of all those in a .zip.

    Read in pieces: memory does not grow with the file. Raises AuthorityError for a
    file that cannot be read, is none of these, or breaks off.
    """
    try:
        for name, stream in _streams(file):
            yield from _parsed(file, name, stream)
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise AuthorityError(problem, file=file, remedy=_REMEDY) from error
    except (zipfile.BadZipFile, EOFError, zlib.error) as error:
        raise AuthorityError(f"is damaged ({error})", file=file, remedy=_REMEDY) from error


def _streams(file: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """The name and the bytes of each RDF file that a file is or holds."""
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as archive:
            names = [name for name in sorted(archive.namelist()) if _form(name) is not None]
            if not names:
                raise AuthorityError("holds no RDF file", file=file, remedy=_REMEDY)
            for name in names:
                with archive.open(name) as stream:
                    yield name, stream
        return
    with _opened(file) as stream:
        yield file.name.removesuffix(".gz"), stream


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    with file.open("rb") as plain:
        yield plain if file.suffix != ".gz" else cast(IO[bytes], gzip.GzipFile(fileobj=plain))


def _form(name: str) -> RdfFormat | None:
    return _FORMATS.get(Path(name).suffix.lower())


def _parsed(file: Path, name: str, stream: IO[bytes]) -> Iterator[Quad]:
    form = _form(name)
    if form is None:
        raise AuthorityError("is no RDF file", file=file, remedy=_REMEDY)
    try:
        yield from parse(stream, format=form)
    except SyntaxError as error:
        raise AuthorityError(
            f"is not {form.name} ({error.msg})", file=file, line=error.lineno, remedy=_REMEDY
        ) from error
