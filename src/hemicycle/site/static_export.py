"""An open build to the files of its site, for any web server or a disk: no search, no queries."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from itertools import product
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from hemicycle.assets import asset
from hemicycle.errors import ExportError
from hemicycle.opened import OpenBuild
from hemicycle.site import LANGUAGES, Site
from hemicycle.site.addresses import folder_of
from hemicycle.site.graph_choice import projections, whole_choice
from hemicycle.site.graph_data import graph_gexf, graph_json
from hemicycle.site.listings import LISTINGS

_ROOT = "\ue000"
"""Stands for the site's root while a page is written, and is replaced by the way there."""

_PAGING = re.compile(f'href="{_ROOT}(/[^"#]*)/page-([0-9]+)/')
CSV_FILES = (
    "questions.csv",
    "unanswered.csv",
    "families.csv",
    *(f"{name}.csv" for name in LISTINGS),
)
"""The lists as tables, in each language's folder."""

LEFT_OUT = ("search", "sparql-editor")
"""What needs a server."""


class Exported(Struct, frozen=True):
    """How many pages were written, in all languages."""

    pages: int


def export_site(build: OpenBuild, out: Path, *, base_url: str | None = None) -> Exported:
    """Write every page of a build's site to a folder, an `index.html` in a folder a page.

    Links are relative, or begin with `base_url`. The files replace those of an earlier
    export. Raises ExportError where they cannot be written, or where `out` has other files.
    """
    _refuse_others(out)
    site = Site.open(build, base_url=_ROOT if base_url is None else base_url, folders=True)
    part = out.with_name(f"{out.name}.part")
    try:
        if part.exists():
            shutil.rmtree(part)
        pages = _write_pages(site, part, base_url)
        _write_rest(site, part, base_url)
        if out.exists():
            shutil.rmtree(out)
        part.rename(out)
    except OSError as error:
        raise ExportError(f"cannot be written: {error}", file=out) from error
    return Exported(pages)


MARK = "hemicycle-site.txt"
_MARK_WORDS = (
    "The pages of a Hemicycle build as plain files, with every list as CSV. Left out, because\n"
    "they need `hemicycle serve`: search, filters and orders of lists, SPARQL, the query editor,\n"
    "the data of single things and the pages of mentions, events and findings (the dumps of\n"
    "the build have them all).\n"
)


def _refuse_others(out: Path) -> None:
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MARK).is_file())):
        raise ExportError(
            "is no site that hemicycle wrote", file=out, remedy="name a new or an empty folder"
        )


def _write_pages(site: Site, out: Path, base_url: str | None) -> int:
    written = 0
    waiting = ((path, 1) for path in site.addresses())
    for path, _ in waiting:
        for number, html in _pages_of(site, path, base_url):
            folder = folder_of(path if number == 1 else f"{path}/page-{number}")
            _write(out, folder, html, base_url)
            written += 1
    return written


def _pages_of(site: Site, path: str, base_url: str | None) -> Iterator[tuple[int, str]]:
    """A page, and the further pages of its list, as far as each names the next."""
    number, last = 1, 1
    while number <= last:
        page = site.page(path, {"page": str(number)} if number > 1 else {})
        if page is None:
            return
        yield number, page.html
        last = max([last, *_next_pages(page.html, path, base_url)])
        number += 1


def _next_pages(html: str, path: str, base_url: str | None) -> Iterator[int]:
    own = folder_of(path).rstrip("/")
    pattern = _PAGING if base_url is None else _paging(base_url)
    for found in pattern.finditer(html):
        if unquote(unescape(found.group(1))) == own:
            yield int(found.group(2))


def _paging(base_url: str) -> re.Pattern[str]:
    return re.compile(f'href="{re.escape(base_url.rstrip("/"))}(/[^"#]*)/page-([0-9]+)/')


def _write(out: Path, folder: str, html: str, base_url: str | None) -> None:
    names = [name for name in folder.split("/") if name]
    if any(name in (".", "..") or "\0" in name for name in names):
        return
    target = out.joinpath(*names, "index.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    if base_url is None:
        html = html.replace(_ROOT, "/".join([".."] * len(names)) or ".")
    target.write_bytes(html.encode("utf-8"))


def _write_rest(site: Site, out: Path, base_url: str | None) -> None:
    """The first page, which lets people choose a language, styles, and what is not there."""
    left_out = shutil.ignore_patterns("*.py", "editor.*")  # the editor is left out
    shutil.copytree(asset("site/static"), out / "static", ignore=left_out)
    first = site.data.render("languages.html", LANGUAGES[0], path="", title="Hemicycle")
    _write(out, "/", first.html, base_url)
    missing = site.not_found(LANGUAGES[0], "")
    html = missing.html if base_url is not None else missing.html.replace(_ROOT, "")
    (out / "404.html").write_bytes(html.encode("utf-8"))
    (out / MARK).write_text(_MARK_WORDS, encoding="utf-8")
    for language, name in product(LANGUAGES, CSV_FILES):
        table = site.page(f"/{language}/{name}")
        if table is not None:
            (out / language / name).write_bytes(table.html.encode("utf-8"))
    _write_networks(site, out, base_url)
    if base_url is not None and base_url.startswith(("http://", "https://")):
        lines = (f"{site.data.addresses.to(path)}\n" for path in site.addresses())
        (out / "sitemap.txt").write_bytes("".join(lines).encode("ascii", "xmlcharrefreplace"))


def _write_networks(site: Site, out: Path, base_url: str | None) -> None:
    """What the pages of networks draw; addresses in it lead from these pages, all as deep."""
    folder = out / "graph"
    folder.mkdir()
    for name in projections():
        choice = whole_choice(name)
        for language in LANGUAGES:
            found = graph_json(site.data, choice, language)
            if base_url is None:
                found = found.replace(_ROOT.encode(), b"../../..")
            (folder / f"{name}.{language}.json").write_bytes(found)
        (folder / f"{name}.gexf").write_bytes(graph_gexf(site.data, choice, LANGUAGES[0]))
