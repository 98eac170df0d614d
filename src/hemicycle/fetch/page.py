"""One address to what became of it: asked, judged, and kept if it is a page of the question."""

from collections.abc import Callable
from typing import Final

from hemicycle.errors import BrokenError, RefusedError
from hemicycle.fetch.address import Address
from hemicycle.fetch.client import Client
from hemicycle.fetch.exchanged import Exchange
from hemicycle.fetch.kept import Folder
from hemicycle.fetch.outcome import Fetched

Judge = Callable[[Address, Exchange], str | None]
"""Says what is wrong with what came as the page of an address; None if nothing is."""

_OK: Final = 200
_NOT_MODIFIED: Final = 304
_GONE: Final = (404, 410)


def fetch_page(address: Address, client: Client, folder: Folder, judge: Judge) -> Fetched:
    """Ask for a page unless the folder has it, and write down what became of it.

    Raises FetchError where nothing more may be asked.
    """
    latest = folder.latest(address.url)
    if folder.is_settled(address.url):
        if latest is not None:
            return Fetched(outcome="kept before", body=folder.read(latest))
        return folder.settled(address)
    try:
        exchange = client.get(address.url, folder.conditions(address.url))
    except BrokenError as error:
        fetched = Fetched(outcome="failed", problem=error.problem)
    except RefusedError as error:
        fetched = Fetched(outcome="refused", problem=error.problem)
    else:
        fetched = _judged(address, exchange, folder, judge)
        if fetched.outcome in ("new", "changed"):
            return fetched
    folder.note(address, fetched, client.asked_at)
    return fetched


def _judged(address: Address, exchange: Exchange, folder: Folder, judge: Judge) -> Fetched:
    status = exchange.status
    latest = folder.latest(address.url)
    if status == _OK:
        problem = judge(address, exchange)
        if problem is not None:
            return Fetched(outcome="no question", status=status, problem=problem)
        outcome = folder.keep(address, exchange)
        return Fetched(outcome=outcome, status=status, body=exchange.body)
    if status == _NOT_MODIFIED and latest is not None:
        return Fetched(outcome="unchanged", status=status, body=folder.read(latest))
    problem = f"answers {status} {exchange.reason}".rstrip()
    return Fetched(
        outcome="missing" if status in _GONE else "refused", status=status, problem=problem
    )


def is_cut(exchange: Exchange) -> bool:
    """Whether a page is HTML that never closes, and nothing tells that it came whole.

    Packed bodies and those sent in chunks tell their end; one that is as long as its
    Content-Length says, or that ended with its connection, may have lost it.
    """
    tells_end = exchange.header("content-encoding") or exchange.header("transfer-encoding")
    head = exchange.body[:1024].lower()
    is_html = b"<html" in head or b"<!doctype" in head
    return not tells_end and is_html and b"</html" not in exchange.body[-1024:].lower()
