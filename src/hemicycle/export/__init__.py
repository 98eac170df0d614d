"""The graph to files, one module a format; `FORMATS` is all that a caller needs."""

from collections.abc import Mapping
from pathlib import Path

from hemicycle.errors import ExportError
from hemicycle.export.formats import FORMATS, Format
from hemicycle.export.network_request import WriteNetwork, requested_network
from hemicycle.export.request import Request
from hemicycle.networks import PROJECTIONS

__all__ = ["FORMATS", "PROJECTIONS", "Format", "Request", "export", "export_networks"]


def export(name: str, request: Request) -> None:
    """Write one format; raises ExportError for a name that there is not.

    Files appear whole or not at all; those of a folder one by one.
    """
    if name not in FORMATS:
        raise ExportError(f"no format is called {name!r}", remedy=f"there is {', '.join(FORMATS)}")
    FORMATS[name].write(request)


def export_networks(targets: Mapping[str, Path], request: Request) -> None:
    """Write one network in several formats, built once: format → file or folder.

    Raises ExportError for a format that is none of networks; `request.out` is not used.
    """
    writers = {name: _network_writer(name) for name in targets}
    network = requested_network(request)
    for name, target in targets.items():
        writers[name](network, target)


def _network_writer(name: str) -> WriteNetwork:
    found = FORMATS[name].write_network if name in FORMATS else None
    if found is None:
        names = ", ".join(form.name for form in FORMATS.values() if form.is_network)
        raise ExportError(f"no network is written as {name!r}", remedy=f"there is {names}")
    return found
