"""Where ontology/, shapes/ and queries stand: in a checkout, or in an installed wheel."""

from pathlib import Path

from hemicycle.errors import HemicycleError

_PACKAGE = Path(__file__).parent


def asset(name: str) -> Path:
    """The folder or file `name` of the project: `ontology/authority`, `shapes`, `queries`.

    Raises HemicycleError when the installation lacks it.
    """
    for root in (_PACKAGE, _PACKAGE / "data", _PACKAGE.parent.parent):
        if (root / name).exists():
            return root / name
    raise HemicycleError(f"the installation lacks {name}", remedy="install hemicycle again")
