"""An open build to what pages ask of it: rows of queries, labelled nodes, rendered templates."""

import csv
import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import TypeVar, cast

from jinja2 import Environment
from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    Variable,
)

from hemicycle.assets import asset
from hemicycle.errors import HemicycleError, QueryError, ReadError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.query import Term, Texts
from hemicycle.search import INDEX_FILE
from hemicycle.site.addresses import LANGUAGES, WITH_PAGES, Addresses, has_page, page_path
from hemicycle.site.basics import Node, Row, SitePage
from hemicycle.site.environment import Compiled, environment
from hemicycle.site.labels import label_of, last_word

__all__ = ["Node", "Row", "SiteData", "SitePage", "query_text"]

_NODES_KEPT = 20_000
_TEXTS_KEPT = 16

Made = TypeVar("Made")


class SiteData:
    """What pages are made of: a build, open for reading, and how addresses are written."""

    def __init__(self, build: OpenBuild, addresses: Addresses) -> None:
        self.build = build
        self.addresses = addresses
        self.texts = Texts(build.texts)
        self.index: Path = build.folder / INDEX_FILE
        self.page_text = lru_cache(maxsize=_TEXTS_KEPT)(self._read_text)
        self._made: dict[object, object] = {}
        self._lock = RLock()
        self._compiled = Compiled()
        self._environment = lru_cache(maxsize=len(LANGUAGES))(self._make_environment)
        self._known = lru_cache(maxsize=_NODES_KEPT)(self._find_node)

    @property
    def mint(self) -> Mint:
        """What makes the IRIs of the build."""
        return self.build.mint

    def rows(self, query: str, **bound: Term) -> list[Row]:
        """The rows of site/queries/{query}.rq; a bound variable must be named in its SELECT.

        Raises QueryError where the query cannot be asked.
        """
        values = {Variable(name): value for name, value in bound.items()}
        try:
            found = self.build.store.query(
                query_text(query), base_iri=self.mint.base, prefixes=PREFIXES, substitutions=values
            )
        except (SyntaxError, RuntimeError) as error:
            raise QueryError(f"site query {query}: {error}") from error
        if not isinstance(found, QuerySolutions):
            raise QueryError(f"site query {query} has no rows")
        names = [variable.value for variable in found.variables]
        return [
            Row(
                (name, value if isinstance(value, Literal) else value.value)
                for name, value in zip(names, solution, strict=True)
                if isinstance(value, Literal | NamedNode)
            )
            for solution in found
        ]

    def pairs(self, curie: str) -> Iterator[tuple[str, str]]:
        """Everything that has a property and its value, as IRIs and words alone.

        For whole archives: the store writes them out itself, which takes half the time.
        """
        found = self.build.store.query(
            query_text("pairs"),
            base_iri=self.mint.base,
            prefixes=PREFIXES,
            substitutions={Variable("property"): NamedNode(_full(curie))},
        )
        if not isinstance(found, QuerySolutions):
            raise QueryError("the site query pairs has no rows")
        text = found.serialize(format=QueryResultsFormat.CSV)
        rows = csv.reader(io.StringIO((text or b"").decode(), newline=""))
        next(rows, None)
        for _, thing, value in rows:
            yield thing, value

    def once(self, make: Callable[["SiteData"], Made]) -> Made:
        """What a function makes of this site: made when it is first asked for, and kept."""
        with self._lock:
            if make not in self._made:
                self._made[make] = make(self)
            return cast(Made, self._made[make])

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
        html = made.render(path=path, title=title, **context)
        return SitePage(title, language, html)

    def _make_environment(self, language: str) -> Environment:
        return environment(language, self.addresses, self._compiled)

    def _find_node(self, iri: str, language: str) -> Node:
        path = self.mint.path(iri)
        label = label_of(self.build.store, iri, language)
        return Node(
            iri=iri,
            path=path,
            label=label.value if label is not None else last_word(path or iri),
            language=None if label is None else label.language,
            address=page_path(path, language) if path and self._is_linked(path) else None,
        )

    def _read_text(self, key: str) -> str:
        """The text of a page by its key; raises ReadError where it is not there."""
        file = self.build.texts / f"{key}.txt"
        try:
            return file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"cannot be read: {error}", file=file) from error

    def _is_linked(self, path: str) -> bool:
        """Whether there is a page: plain files have none of what is no kind of its own."""
        kind = path.partition("/")[0]
        return kind in WITH_PAGES if self.addresses.folders else has_page(path)


def _full(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


@lru_cache(maxsize=256)
def query_text(name: str) -> str:
    """The text of site/queries/{name}.rq; raises QueryError where there is none."""
    try:
        return asset(f"site/queries/{name}.rq").read_text(encoding="utf-8")
    except (HemicycleError, OSError) as error:
        raise QueryError(f"there is no site query {name}") from error
