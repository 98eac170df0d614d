"""The name of a package that not everybody installs to the package, or to what to install."""

from importlib import import_module
from types import ModuleType

from hemicycle.errors import ExportError


def optional(package: str, extra: str) -> ModuleType:
    """The package; raises ExportError, naming the extra of ours that brings it, where it lacks.

    >>> optional("json", "excel").dumps(1)
    '1'
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise ExportError(
            f"{package} is not installed", remedy=f"install it: pip install 'hemicycle[{extra}]'"
        ) from error
