"""The addresses of all pages to a sitemap: an index, and files of at most 50,000 addresses.

https://www.sitemaps.org/protocol.html
"""

import re
from collections.abc import Iterable
from functools import partial
from itertools import islice

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response

from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.made import kept_or_made
from hemicycle.serve.replies import problem, reply
from hemicycle.serve.state import opened, state_of

MOST = 50_000
"""Addresses in one file."""

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XML = "application/xml"
_NONE = make_body(b"", _XML, status=404)
_NUMBER = re.compile("[0-9]{1,6}", re.ASCII)


async def sitemap(request: Request) -> Response:
    """The index, or one of its files."""
    build, base = await opened(request), state_of(request).base_url
    text = request.path_params.get("number", "0")
    number = int(text) if _NUMBER.fullmatch(text) else -1
    key = f"sitemap {number}"
    body = await kept_or_made(build, key, partial(_made, build, base, number))
    if body.status == 404:
        return problem(request, 404, f"there is no sitemap {text!r}")
    return reply(request, body)


def _made(build: Opened, base: str, number: int) -> Body:
    if number < 0:
        return _NONE
    paths = build.pages.addresses()
    if number == 0:
        files = -(-sum(1 for _ in paths) // MOST)
        addresses = (f"{base}/sitemap-{one}.xml" for one in range(1, files + 1))
        return make_body(_document("sitemapindex", "sitemap", addresses), _XML)
    chosen = list(islice(paths, (number - 1) * MOST, number * MOST))
    if not chosen:
        return _NONE
    return make_body(_document("urlset", "url", (base + path for path in chosen)), _XML)


def _document(root: str, name: str, addresses: Iterable[str]) -> bytes:
    top = etree.Element(f"{{{_SPACE}}}{root}", nsmap={None: _SPACE})
    for address in addresses:
        one = etree.SubElement(top, f"{{{_SPACE}}}{name}")
        etree.SubElement(one, f"{{{_SPACE}}}loc").text = address
    return etree.tostring(top, encoding="utf-8", xml_declaration=True)


async def robots(request: Request) -> Response:
    """All may be read; what costs most is asked not to be."""
    base = state_of(request).base_url
    lines = ["User-agent: *", "Disallow: /sparql", "", f"Sitemap: {base}/sitemap.xml", ""]
    return Response("\n".join(lines), media_type="text/plain")
