"""A JSON-LD context to the terms that a predicate, a class or a datatype can be written with.

Reads what a plain context uses: aliases of keywords, prefixes, @language, and terms
with @id, @type, @container (@set, @language) and @language. Anything else is refused:
what is not understood here would change what the document says.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from hemicycle.errors import ExportError

_DELIMITERS = tuple(":/?#[]@")
_CONTAINERS = (None, "@set", "@language")
_SETTINGS = frozenset(("@version", "@language", "@protected"))


class Term(Struct, frozen=True, kw_only=True):
    """One term of a context.

    `type` is @id, @vocab, a datatype's IRI or None; `container` @set, @language or
    None; `language` the one that plain strings are taken to be in.
    """

    name: str
    iri: str
    type: str | None = None
    container: str | None = None
    language: str | None = None


class Context(Struct, frozen=True, kw_only=True):
    """What a context defines; `raw` is it as it stands in its file.

    `terms` are by IRI; `prefixes` are (namespace, prefix), the longest namespace
    first, `namespaces` the first halves; `names` are all that a reader takes for
    something else than itself.
    """

    raw: dict[str, Any]
    terms: Mapping[str, tuple[Term, ...]]
    prefixes: tuple[tuple[str, str], ...]
    namespaces: tuple[str, ...]
    names: frozenset[str]
    id_key: str
    type_key: str

    def short(self, iri: str) -> str:
        """The IRI with a prefix, where one fits; else in full.

        Raises ExportError for an IRI that a reader would take for a prefixed one.
        """
        for namespace, prefix in self.prefixes if iri.startswith(self.namespaces) else ():
            local = iri.removeprefix(namespace)
            curie = f"{prefix}:{local}"
            if local != iri and local and not local.startswith("//") and curie not in self.names:
                return curie
        scheme, _, rest = iri.partition(":")
        if iri in self.names or (scheme in self.names and not rest.startswith("//")):
            raise ExportError(f"the context reads {iri} as another IRI", remedy="export ttl or nt")
        return iri


class _Entry(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={
        "iri": "@id",
        "type": "@type",
        "container": "@container",
        "language": "@language",
        "protected": "@protected",
    },
):
    iri: str | None = None
    type: str | None = None
    container: str | None = None
    language: str | UnsetType | None = UNSET
    protected: bool = False


_Entries = dict[str, str | float | bool | _Entry | None]


class _Document(Struct, frozen=True, rename={"context": "@context"}):
    context: _Entries


def read_context(file: Path) -> Context:
    """The context of one JSON-LD file; raises ExportError for what is not understood."""
    try:
        text = file.read_bytes()
        entries = msgspec.json.decode(text, type=_Document).context
        raw = msgspec.json.decode(text)["@context"]
        return _context(raw, entries)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ExportError(f"is no context that can be used: {error}", file=file) from error


def _context(raw: dict[str, Any], entries: _Entries) -> Context:
    foreign = [name for name in entries if name.startswith("@") and name not in _SETTINGS]
    if foreign:
        raise ValueError(f"{', '.join(foreign)} is not understood")
    aliases = {value: name for name, value in entries.items() if isinstance(value, str)}
    terms: dict[str, tuple[Term, ...]] = {}
    for name, value in entries.items():
        term = None if name.startswith("@") else _term(name, value, entries)
        if term is not None:
            terms[term.iri] = (*terms.get(term.iri, ()), term)
    prefixes = _prefixes(entries)
    return Context(
        raw=raw,
        terms=terms,
        prefixes=prefixes,
        namespaces=tuple(namespace for namespace, _ in prefixes),
        names=frozenset(entries),
        id_key=aliases.get("@id", "@id"),
        type_key=aliases.get("@type", "@type"),
    )


def _term(name: str, value: object, entries: _Entries) -> Term | None:
    default = entries.get("@language")
    language = default if isinstance(default, str) else None
    if isinstance(value, str) and not value.startswith("@"):
        return Term(name=name, iri=_expand(value, entries), language=language)
    if not isinstance(value, _Entry):
        return None
    if value.container not in _CONTAINERS:
        raise ValueError(f"@container {value.container} is not understood")
    if value.type in ("@json", "@none"):
        raise ValueError(f"@type {value.type} is not understood")
    return Term(
        name=name,
        iri=_expand(value.iri or name, entries),
        type=_type(value.type, entries),
        container=value.container,
        language=language if isinstance(value.language, UnsetType) else value.language,
    )


def _type(given: str | None, entries: _Entries) -> str | None:
    return given if given is None or given.startswith("@") else _expand(given, entries)


def _expand(short: str, entries: _Entries) -> str:
    """A name of the context in full; prefixes may stand on prefixes."""
    prefix, colon, local = short.partition(":")
    namespace = entries.get(prefix)
    if colon and isinstance(namespace, str) and not local.startswith("//"):
        return _expand(namespace, entries) + local
    if not colon:
        raise ValueError(f"{short!r} is no IRI")
    return short


def _prefixes(entries: _Entries) -> tuple[tuple[str, str], ...]:
    """What may stand before a colon: plain terms whose IRI ends in a delimiter.

    https://www.w3.org/TR/json-ld11/#compact-iris
    """
    found = [
        (_expand(value, entries), name)
        for name, value in entries.items()
        if isinstance(value, str) and not name.startswith("@") and not value.startswith("@")
    ]
    usable = [(iri, name) for iri, name in found if iri.endswith(_DELIMITERS)]
    return tuple(sorted(usable, key=lambda pair: (-len(pair[0]), pair)))
