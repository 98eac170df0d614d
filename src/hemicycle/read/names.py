"""The name of a file to what it may be: a page, an index, a container, or none of them."""

import posixpath

from hemicycle.read.index import INDEX_NAME

ENDINGS = (".txt", ".text", ".html", ".htm")
"""How the names of pages in folders and containers end, in any case."""

ZIP_ENDINGS = (".zip",)

TAR_ENDINGS = (
    ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz", ".tbz2", ".tar.xz", ".txz",
)  # fmt: skip

WARC_ENDINGS = (".warc", ".warc.gz", ".wet", ".wet.gz")
"""Common Crawl's text files end in .warc.wet.gz, which is one of these."""


def is_page(name: str) -> bool:
    """Whether a file in a folder or a container is a page by its name.

    >>> is_page("b/5-8910.HTML"), is_page("5-8910.pdf")
    (True, False)
    """
    return name.lower().endswith(ENDINGS)


def is_index(name: str) -> bool:
    """Whether a file says where the files beside and below it came from."""
    return posixpath.basename(name) == INDEX_NAME


def is_container(name: str) -> bool:
    """Whether a file holds others, by its name.

    >>> is_container("crawl-00001.warc.wet.gz"), is_container("5-8910.gz")
    (True, False)
    """
    return name.lower().endswith((*ZIP_ENDINGS, *TAR_ENDINGS, *WARC_ENDINGS))


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder it stands in, is one that systems do not show."""
    return any(part.startswith(".") for part in name.split("/"))


def printable(name: str) -> str:
    """The name with bytes that are no UTF-8 written out, so that any output can hold it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
