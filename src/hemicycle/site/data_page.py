"""A build's catalogue to the page of its data: files, sizes, checksums, and how to use them."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from hemicycle.errors import ReadError
from hemicycle.namespaces import PREFIXES
from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.data_block import CONTEXT
from hemicycle.site.words import words_of

CATALOG = "catalog.ttl"
GROUPS = ("graph", "tables", "networks", "other")
"""The files by what they are for, in the order of the page."""

EXAMPLE_HOST = "http://localhost:8000"
"""What stands before addresses in examples where the site does not know its own."""

_SPDX = "http://spdx.org/rdf/terms#"
_GRAPH_SUFFIXES = frozenset((".ttl", ".nq", ".nt", ".trig", ".jsonld", ".rdf"))


class Download(Struct, frozen=True, order=True):
    """One file of the build: where it stands, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


class DownloadGroup(Struct, frozen=True):
    """Files for one use: the graph, tables, networks, or other."""

    name: str
    files: tuple[Download, ...]


class Catalog(Struct, frozen=True, kw_only=True):
    """What the catalogue says of the build: nothing where there is none."""

    groups: tuple[DownloadGroup, ...] = ()
    licence: str | None = None
    triples: int | None = None
    documents: int | None = None
    software: str | None = None


def data_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of the data: dumps, licence, how to cite, how to use them."""
    if reference:
        return None
    catalog = read_catalog(site.build.folder / CATALOG)
    words = words_of(language).data
    return site.render(
        "data.html",
        language,
        path="data",
        title=words.title,
        catalog=catalog,
        host=site.addresses.base_url or EXAMPLE_HOST,
        identifiers=site.mint.thing("").value,
        linked_data=_linked(site, catalog, words.dataset, words.lead, language),
    )


def _linked(
    site: SiteData, catalog: Catalog, name: str, description: str, language: str
) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": site.mint.thing("dataset/hemicycle").value,
        "name": name,
        "description": description,
        "inLanguage": ["fr", "nl", "de", "en"],
        "license": catalog.licence,
        "mainEntityOfPage": site.addresses.to(f"/{language}/data"),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": site.addresses.to(f"/dumps/{file.name}"),
                "contentSize": str(file.size),
                "sha256": file.sha256,
            }
            for group in catalog.groups
            for file in group.files
        ],
    }


def read_catalog(file: Path) -> Catalog:
    """The files and numbers that a build's catalogue gives.

    Raises ReadError where there is one that cannot be read.
    """
    if not file.exists():
        return Catalog()
    said: dict[str, dict[str, list[str]]] = {}
    try:
        for quad in parse(path=file, format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                values = said.setdefault(subject.value, {})
                values.setdefault(quad.predicate.value, []).append(value.value)
    except (OSError, SyntaxError) as error:
        raise ReadError(f"cannot be read: {error}", file=file, remedy="build again") from error
    return _catalog(said)


def _catalog(said: dict[str, dict[str, list[str]]]) -> Catalog:
    dataset = next((values for values in said.values() if _of(values, "void:triples")), {})
    files = sorted(
        Download(name, int(size), _checksum(said, values))
        for values in said.values()
        if (size := _of(values, "dcat:byteSize")) and (name := _of(values, "dcterms:title"))
    )
    software = next((iri for iri in sorted(said) if "/id/software/" in iri), None)
    return Catalog(
        groups=tuple(
            DownloadGroup(name, found)
            for name in GROUPS
            if (found := tuple(file for file in files if _group(file.name) == name))
        ),
        licence=_of(dataset, "dcterms:license"),
        triples=_whole(_of(dataset, "void:triples")),
        documents=_whole(_of(dataset, "void:documents")),
        software=None if software is None else software.rpartition("/")[2],
    )


def _checksum(said: dict[str, dict[str, list[str]]], values: dict[str, list[str]]) -> str:
    found = values.get(f"{_SPDX}checksum", [""])[0]
    return said.get(found, {}).get(f"{_SPDX}checksumValue", [""])[0]


def _group(name: str) -> str:
    folder, _, rest = name.rpartition("/")
    if folder.startswith("tables"):
        return "tables"
    if folder.startswith("gephi"):
        return "networks"
    is_graph = rest.startswith("hemicycle.") and Path(rest).suffix in _GRAPH_SUFFIXES
    return "graph" if is_graph else "other"


def _of(values: dict[str, list[str]], curie: str) -> str | None:
    prefix, _, name = curie.partition(":")
    return next(iter(values.get(PREFIXES[prefix] + name, ())), None)


def _whole(text: str | None) -> int | None:
    return None if text is None else int(text)
