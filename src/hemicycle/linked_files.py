"""A file to a second name of it, in the folder of another build, without its bytes being copied."""

import os
import shutil
from pathlib import Path


def linked_file(file: Path | str, to: Path | str) -> bool:
    """Let a file that is never written to again stand at `to` too; False when there is none.

    Where the system has no hard links it is copied.
    """
    try:
        os.link(file, to)
    except FileNotFoundError:
        return False
    except FileExistsError:
        return True  # the same bytes under several names are one page
    except OSError:
        shutil.copyfile(file, to)
    return True
