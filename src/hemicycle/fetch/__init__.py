"""Addresses of the Senate's to a folder of pages, asked for politely, kept as they came.

`client` asks, `kept` is the folder, `page` does one address; which addresses there
are, and what a page must be, others say: fetch knows no parser.
"""

from hemicycle.errors import BrokenError, FetchError, RefusedError
from hemicycle.fetch.address import (
    LANGUAGES,
    LAYOUTS,
    Address,
    Language,
    Layout,
    addresses,
    read_numbers,
    read_question,
)
from hemicycle.fetch.client import Client
from hemicycle.fetch.exchanged import Exchange
from hemicycle.fetch.kept import Folder
from hemicycle.fetch.manners import Manners, check_manners
from hemicycle.fetch.origin import SENATE, Origin, read_origin
from hemicycle.fetch.outcome import (
    Fetched,
    FetchReport,
    Outcome,
    Tally,
    fetch_report,
    fetch_text,
)
from hemicycle.fetch.pace import Clock
from hemicycle.fetch.page import Judge, fetch_page, is_cut
from hemicycle.fetch.warc import Warc

__all__ = [
    "LANGUAGES",
    "LAYOUTS",
    "SENATE",
    "Address",
    "BrokenError",
    "Client",
    "Clock",
    "Exchange",
    "FetchError",
    "FetchReport",
    "Fetched",
    "Folder",
    "Judge",
    "Language",
    "Layout",
    "Manners",
    "Origin",
    "Outcome",
    "RefusedError",
    "Tally",
    "Warc",
    "addresses",
    "check_manners",
    "fetch_page",
    "fetch_report",
    "fetch_text",
    "is_cut",
    "read_numbers",
    "read_origin",
    "read_question",
]
