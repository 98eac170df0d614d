"""PATHs to pages: files are found, decoded, laid out as text, and mended.

One module a kind of container (`zip_container`, `tar_container`, `warc_container`;
`files` for folders); `page_bytes` reads what any of them holds.
"""

from hemicycle.read.files import list_paths, listed_sha256, read_listed, read_paths
from hemicycle.read.listed import NO_QUESTION, Listed, Passed, passed_lines
from hemicycle.read.page_bytes import read_bytes
from hemicycle.read.spool import Spool

__all__ = [
    "NO_QUESTION",
    "Listed",
    "Passed",
    "Spool",
    "list_paths",
    "listed_sha256",
    "passed_lines",
    "read_bytes",
    "read_listed",
    "read_paths",
]
