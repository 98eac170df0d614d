"""Where ontology/, shapes/ and queries stand: in a checkout, or in an installed wheel."""

from collections.abc import Iterable
from pathlib import Path

from hemicycle.errors import AuthorityError, HemicycleError

_PACKAGE = Path(__file__).parent


def asset(name: str) -> Path:
    """The folder or file `name` of the project: `ontology/authority`, `shapes`, `queries`.

    Raises HemicycleError when the installation lacks it.
    """
    for root in (_PACKAGE, _PACKAGE / "data", _PACKAGE.parent.parent):
        if (root / name).exists():
            return root / name
    raise HemicycleError(f"the installation lacks {name}", remedy="install hemicycle again")


def authority_files(folders: Iterable[Path] = ()) -> list[Path]:
    """The Turtle files of our authority folder, then those of the user's, sorted by name.

    Raises AuthorityError for a folder that is none.
    """
    files: list[Path] = []
    for folder in (asset("ontology/authority"), *folders):
        if not folder.is_dir():
            raise AuthorityError("is no folder of authority files", file=folder)
        files.extend(sorted(folder.glob("*.ttl")))
    return files
