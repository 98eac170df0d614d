"""Files of a build and of the site to responses, whole or in ranges."""

import mimetypes
import os
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from hemicycle.manifest import MANIFEST, FileFacts
from hemicycle.serve.builds import Opened
from hemicycle.serve.replies import is_known, problem
from hemicycle.serve.state import state_of

_MEDIA_TYPES = MappingProxyType(
    {
        ".ttl": "text/turtle; charset=utf-8",
        ".nq": "application/n-quads",
        ".jsonld": "application/ld+json",
        ".jsonl": "application/jsonl",
        ".json": "application/json",
        ".csv": "text/csv; charset=utf-8",
        ".gexf": "application/gexf+xml",
        ".graphml": "application/graphml+xml",
        ".html": "text/html; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
    }
)


async def dump(request: Request) -> Response:
    """A file that the build's manifest names, and no other; its tag is its SHA-256."""
    builds = state_of(request).builds
    if builds.source.lacking:
        return problem(request, 404, builds.source.lacking)
    build = await builds.current(at_once=True)  # tag and file are of one
    name = request.path_params["name"]
    facts = _facts(build, name)
    path = build.build.folder / name
    if facts is None and name != MANIFEST:
        return problem(request, 404, f"no file of the build is called {name!r}")
    return _file(request, path, facts.sha256[:32] if facts else build.name)


def _facts(build: Opened, name: str) -> FileFacts | None:
    return next((facts for facts in build.manifest.files if facts.name == name), None)


async def static(request: Request) -> Response:
    """A style, a script or a picture of the site."""
    folder: Path = request.app.state.static
    name = request.path_params["name"]
    path = Path(os.path.normpath(folder / name)) if "\0" not in name else folder
    if folder not in path.parents or not path.is_file():
        return problem(request, 404, f"the site has no file {name!r}")
    found = path.stat()
    response = _file(request, path, f"{found.st_mtime_ns:x}-{found.st_size:x}")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def _file(request: Request, path: Path, tag: str) -> Response:
    etag = f'"{tag}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    try:
        found = path.stat()
    except OSError:
        return problem(request, 503, "the build is being replaced", headers={"Retry-After": "1"})
    return FileResponse(path, headers=headers, media_type=media_type(path), stat_result=found)


def media_type(path: Path) -> str:
    """The media type of a file, by the ending of its name.

    >>> media_type(Path("hemicycle.ttl"))
    'text/turtle; charset=utf-8'
    """
    known = _MEDIA_TYPES.get(path.suffix)
    return known or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
