"""PATHs to pages: files are found, decoded, laid out as text, and mended.

One module a kind of container (`files`: a file or a folder); `page_bytes` reads
what any of them holds.
"""

from hemicycle.read.files import Listed, list_paths, read_listed, read_paths
from hemicycle.read.page_bytes import read_bytes

__all__ = ["Listed", "list_paths", "read_bytes", "read_listed", "read_paths"]
