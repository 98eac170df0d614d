"""The digest that a WARC record tells of its block to whether the block has it."""

import base64
import hashlib
from typing import Final

_ALGORITHMS: Final = {
    "md5": "md5",
    "sha1": "sha1",
    "sha-1": "sha1",
    "sha256": "sha256",
    "sha-256": "sha256",
}


def has_digest(block: bytes, labelled: str) -> bool:
    """Whether a block has a digest, `sha1:` and its letters in base 32 or 16.

    True where the algorithm is none that is known: then nothing can be told.

    >>> has_digest(b"", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), has_digest(b"x", "md5:0")
    (True, False)
    """
    label, _, letters = labelled.partition(":")
    algorithm = _ALGORITHMS.get(label.strip().lower())
    if algorithm is None:
        return True
    digest = hashlib.new(algorithm, block, usedforsecurity=False).digest()
    in_base_32 = base64.b32encode(digest).decode().rstrip("=").lower()
    return letters.strip().rstrip("=").lower() in (digest.hex(), in_base_32)
