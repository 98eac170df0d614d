"""A file that a worker has written to the body of a response, in pieces."""

import zlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import BinaryIO

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hemicycle.serve.accept import accepts_gzip
from hemicycle.serve.replies import VARY_CODING

_PIECE = 64 * 1024
_WORTH = 1024
_LEVEL = 5
_GZIP = 31  # zlib's window with a gzip header


def file_response(
    request: Request, file: Path, content_type: str, headers: Mapping[str, str]
) -> Response:
    """The whole file; nothing of it is left when it has been sent, or was not wanted."""
    size = file.stat().st_size
    opened = file.open("rb")
    file.unlink()
    packs = size >= _WORTH and accepts_gzip(request.headers.get("accept-encoding"))
    told = {**headers, "Content-Type": content_type, "Vary": f"Accept, {VARY_CODING}"}
    told |= {"Content-Encoding": "gzip"} if packs else {"Content-Length": str(size)}
    return StreamingResponse(_pieces(opened, packs), headers=told)


async def _pieces(file: BinaryIO, packs: bool) -> AsyncIterator[bytes]:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP) if packs else None
    with file:
        while piece := await anyio.to_thread.run_sync(file.read, _PIECE):
            if packer is None:
                yield piece
            elif packed := packer.compress(piece):
                yield packed
    if packer is not None:
        yield packer.flush()
