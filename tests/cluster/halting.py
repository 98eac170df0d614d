"""Preloaded by a worker of Dask: it halts in the middle of its first task, and says so.

That is where a worker dies worst: some files of the task bear their names, others do not yet.
"""

import time
from pathlib import Path
from typing import Any

_rename = Path.replace


def dask_setup(worker: Any) -> None:
    """Halt for good after the first file of a shard; `NAME.halted` is there from then on."""

    def replace(self: Path, target: Path) -> Path:
        named = _rename(self, target)
        if target.name.startswith("shard-"):
            Path(f"{worker.name}.halted").touch()
            time.sleep(24 * 3600)
        return named

    Path.replace = replace  # type: ignore[assignment,method-assign]
