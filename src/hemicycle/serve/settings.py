"""What somebody who starts a server may choose, and the limits that nobody may."""

from pathlib import Path

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """Where a build stands, where it is served, and what one query may cost.

    `endpoint` is the address of a published build, which is served in place of the folder;
    `keep` is the folder where what is made of it stays, for the next start.
    `base_url` is what absolute addresses begin with, without a slash at its end; None:
    the address that is listened on. `time_limit` is in seconds, `row_limit` counts rows
    of SELECT and triples of CONSTRUCT, `memory_limit` is in MB beyond what a worker needs
    to open the store. `query_workers` queries run at once, beside long ones.
    """

    folder: Path
    endpoint: str | None = None
    keep: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    base_url: str | None = None
    time_limit: float = 10.0
    row_limit: int = 100_000
    memory_limit: int = 1024
    query_workers: int = 2

    @property
    def where(self) -> str:
        """The folder or the address, for processes that open the build themselves."""
        return str(self.folder) if self.endpoint is None else self.endpoint


MOST_BYTES = 256 * 2**20
"""An answer longer than this is cut at a row, whatever the row limit."""

LONGEST_QUERY = 2**20
"""Bytes of a body; a longer one is refused with 413."""

LONGEST_ADDRESS = 32_768
"""Bytes of path and parameters; a longer one is refused with 414."""

PATIENCE = 0.5
"""Seconds after which a query counts as long: it makes room for another."""

GRACE = 2.0
"""Seconds that the only query of an address may hold its place, whoever waits."""

MOST_WAITING = 200
MOST_WAITING_OF_ONE = 40
"""Queries that wait for a worker: of everybody, and of one address."""

CACHE_BYTES = 64 * 2**20
"""What pages that were made are kept in, of one build."""

CHECK_EVERY = 1.0
CHECK_ELSEWHERE_EVERY = 3.0
"""Seconds between two looks at whether there is a new build: in a folder, in a store elsewhere."""
