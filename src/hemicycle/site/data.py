"""An open build to what pages ask of it: rows of queries, labelled nodes, rendered templates."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import lru_cache
from pathlib import Path
from threading import Lock, RLock
from typing import TypeVar, cast

from jinja2 import Environment
from pyoxigraph import DefaultGraph, NamedNode

from hemicycle.errors import ReadError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.query import Term, Texts
from hemicycle.search import INDEX_FILE
from hemicycle.site.addresses import (
    AMONG_FILES,
    LANGUAGES,
    WITH_PAGES,
    Addresses,
    has_page,
    page_path,
)
from hemicycle.site.basics import Node, Row, SitePage
from hemicycle.site.environment import Compiled, environment
from hemicycle.site.labels import label_of, last_word
from hemicycle.site.queried import cells, query_text, rows

__all__ = ["Node", "Row", "SiteData", "SitePage", "query_text"]

_NODES_KEPT = 20_000
_TEXTS_KEPT = 16

Made = TypeVar("Made")
Given = Callable[["SiteData"], Mapping[Callable[["SiteData"], object], object]]


class SiteData:
    """What pages are made of: a build, open for reading, and how addresses are written.

    `given` finds what the build has ready of what `once` would make.
    """

    def __init__(self, build: OpenBuild, addresses: Addresses, given: Given | None = None) -> None:
        self.build = build
        self.addresses = addresses
        self.asked: Mapping[str, str] = {}
        self._given = given
        self.texts = Texts(build.texts)
        self.index: Path = build.folder / INDEX_FILE
        self.page_text = lru_cache(maxsize=_TEXTS_KEPT)(self._read_text)
        self._made: dict[object, object] = {}
        self._making: dict[object, RLock] = {}
        self._lock = Lock()
        self._compiled = Compiled()
        self._environment = lru_cache(maxsize=len(LANGUAGES))(self._make_environment)
        self._known = lru_cache(maxsize=_NODES_KEPT)(self._find_node)

    @property
    def mint(self) -> Mint:
        """What makes the IRIs of the build."""
        return self.build.mint

    def rows(self, query: str, **bound: Term) -> list[Row]:
        """The rows of site/queries/{query}.rq; a bound variable must be named in its SELECT."""
        return rows(self.build, query, bound)

    def cells(self, query: str, **bound: Term) -> Iterator[list[str]]:
        """The same as words alone, in the order of the SELECT: for whole archives."""
        return cells(self.build, query, bound)

    def pairs(self, curie: str) -> Iterator[tuple[str, str]]:
        """Everything that has a property and its value, as IRIs and words alone."""
        for _, thing, value in self.cells("pairs", property=NamedNode(_full(curie))):
            yield thing, value

    def once(self, make: Callable[["SiteData"], Made]) -> Made:
        """What a function makes of this site: made when it is first asked for, and kept.

        What the build has ready is not made.
        """
        if make not in self._made:
            with self._lock:
                making = self._making.setdefault(make, RLock())
            with making:  # others wait for this alone, and make what else they need meanwhile
                if make not in self._made:
                    self._made[make] = self._found_or_made(make)
        return cast(Made, self._made[make])

    def _found_or_made(self, make: Callable[["SiteData"], object]) -> object:
        given = self._given
        ready = {} if given is None or given is make else self.once(given)
        return ready[make] if make in ready else make(self)

    def node(self, iri: str, language: str) -> Node:
        """A thing with its label in the language, else in another, else the end of its IRI."""
        return self._known(iri, language)

    def is_known(self, path: str) -> bool:
        """Whether the merge says anything of the thing that stands behind `id/`."""
        try:
            thing = self.mint.thing(path)
        except ValueError:
            return False
        found = self.build.store.quads_for_pattern(thing, None, None, DefaultGraph())
        return next(found, None) is not None

    def render(
        self, template: str, language: str, *, path: str, title: str, **context: object
    ) -> SitePage:
        """The page of a template; `path` is what stands behind the language, without slash."""
        made = self._environment(language).get_template(template)
        html = made.render(path=path, title=title, asked_with=self.asked, **context)
        return SitePage(title, language, html)

    def asked_with(self, parameters: Mapping[str, str]) -> "SiteData":
        """The same for one visitor: links to other languages keep what was asked for."""
        own = copy(self)
        own.asked = parameters
        return own

    def compile(self) -> None:
        """Read all templates: one takes longer to read than a page takes to write."""
        made = self._environment(LANGUAGES[0])
        for name in made.list_templates(extensions=["html"]):
            made.get_template(name)

    def _make_environment(self, language: str) -> Environment:
        return environment(language, self.addresses, self._compiled)

    def _find_node(self, iri: str, language: str) -> Node:
        path = self.mint.path(iri)
        label = label_of(self.build.store, iri, language, (path or "").partition("/")[0])
        return Node(
            iri=iri,
            path=path,
            label=label.value if label is not None else last_word(path or iri),
            language=None if label is None else label.language,
            address=self.page_address(path, language) if path else None,
        )

    def _read_text(self, key: str) -> str:
        """The text of a page by its key; raises ReadError where it is not there."""
        file = self.build.texts / f"{key}.txt"
        try:
            return file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"cannot be read: {error}", file=file) from error

    def page_address(self, path: str, language: str) -> str | None:
        """The path of the page about the thing behind `id/`, None where there is none."""
        return page_path(path, language) if self._is_linked(path) else None

    def _is_linked(self, path: str) -> bool:
        """Whether there is a page: among plain files not of everything."""
        kind = path.partition("/")[0]
        if not self.addresses.folders:
            return has_page(path)
        return kind in WITH_PAGES or (kind in AMONG_FILES and self.is_known(path))


def _full(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name
