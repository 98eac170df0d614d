"""How somebody wants to publish."""

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """Whether only to tell, whether to read back, and whether updates write the graphs."""

    dry_run: bool = False
    verify: bool = True
    by_updates: bool = False
