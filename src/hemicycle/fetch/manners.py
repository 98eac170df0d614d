"""How one asks: who one says one is, how often, how long and how much one waits for."""

from importlib.metadata import version
from typing import Final

from msgspec import Struct

from hemicycle.errors import FetchError
from hemicycle.fetch.origin import Origin

AGENT: Final = "Hemicycle"
"""What robots.txt calls us."""

LEAST_DELAY: Final = 1.0
"""Seconds between two requests to any host but this machine itself."""


class Manners(Struct, frozen=True, kw_only=True):
    """Times in seconds, sizes in bytes.

    `delay` lies between the end of an answer and the next request; `connect` and
    `read` bound each wait for the network, `whole` the whole answer; `size` bounds
    the answer both packed and unpacked. After `tries` the address counts as failed,
    after `in_a_row` failed or refused addresses the round ends: the server is ill, or wants
    us gone. A server that asks for more patience than `patience` ends it too.
    """

    contact: str | None = None
    delay: float = LEAST_DELAY
    tries: int = 4
    back_off: float = 2.0
    patience: float = 600.0
    connect: float = 10.0
    read: float = 30.0
    whole: float = 120.0
    size: int = 8 * 1024 * 1024
    in_a_row: int = 5

    @property
    def agent(self) -> str:
        """The User-Agent: our name and version, what we do, whom to write to.

        >>> Manners(contact="me@example.org").agent.partition(" ")[2]
        '(archive of written questions; contact: me@example.org)'
        """
        contact = f"; contact: {self.contact}" if self.contact else ""
        return f"{AGENT}/{version('hemicycle')} (archive of written questions{contact})"


def check_manners(manners: Manners, origin: Origin) -> None:
    """Raise FetchError for manners that would hurt the host, or that no header can tell."""
    if not manners.delay >= (0.0 if origin.is_loopback else LEAST_DELAY):
        raise FetchError(
            f"a delay of {manners.delay:g} s is too short for {origin.host}",
            remedy=f"wait {LEAST_DELAY:g} s or more; less is for this machine alone",
        )
    contact = manners.contact or ""
    if not contact.isprintable() or not contact.isascii() or set("()") & set(contact):
        raise FetchError(
            f"the contact {contact!r} cannot stand in a header",
            remedy="write a mail address or the address of a page",
        )
