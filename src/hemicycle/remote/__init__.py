"""A SPARQL store elsewhere, by the standard protocols: its address to what can be asked of it."""

from hemicycle.errors import EndpointError
from hemicycle.remote.address import Addresses, addresses
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.opened import OpenEndpoint, copied, open_endpoint
from hemicycle.remote.patience import Patience

__all__ = [
    "Addresses",
    "Endpoint",
    "EndpointError",
    "OpenEndpoint",
    "Patience",
    "addresses",
    "copied",
    "open_endpoint",
]
