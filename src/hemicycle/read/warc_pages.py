"""The records of a WARC or WET file to the Senate's pages of questions, or why they are none."""

from collections.abc import Mapping
from typing import Final

from hemicycle.errors import ReadError
from hemicycle.read.http_response import OK, page_body, read_response
from hemicycle.read.index import Entry
from hemicycle.read.listed import Listed
from hemicycle.read.page_bytes import too_large
from hemicycle.read.question_address import Form, form_of
from hemicycle.read.spool import Spool
from hemicycle.read.warc_digest import has_digest
from hemicycle.read.warc_records import WarcRecord

_WITH_PAGE: Final = frozenset({"response", "resource", "conversion", "revisit"})
_OF_BULLETIN: Final = (b"questions et r", b"vragen en antwoorden")
"""What a bulletin of questions is called; other publications stand at such addresses too."""

OTHER_KIND = "of another kind than a page"
OTHER_ADDRESS = "of another address"
OTHER_STATUS = "with another status than 200"
NO_TEXT = "that are no text"
NO_BULLETIN = "of another publication"
REPEATED = "that repeat a page of another file"


class WarcPages:
    """The pages of one file as they are found; `known` has those that a later record may repeat."""

    def __init__(self, file: str, spool: Spool) -> None:
        self._file = file
        self._spool = spool
        self._known: dict[str, Listed] = {}

    def judge(self, record: WarcRecord) -> Listed | str:
        """The page of a record, or why it is passed over.

        Raises ReadError where there is a page that cannot be read.
        """
        fields = record.fields
        form = _form(fields)
        if fields.get("warc-type") not in _WITH_PAGE:
            return OTHER_KIND
        if form is None:
            return OTHER_ADDRESS
        if fields["warc-type"] == "revisit":
            return self._repeated(record)
        body = self._body(record)
        if isinstance(body, str):
            return body
        if form == "publication" and not any(words in body.lower() for words in _OF_BULLETIN):
            return NO_BULLETIN
        return self._kept(record, body)

    def forget(self) -> None:
        """Let no later record repeat what may be damaged."""
        self._known.clear()

    def _name(self, record: WarcRecord) -> str:
        return f"{self._file}/{record.position}"

    def _body(self, record: WarcRecord) -> bytes | str:
        """The bytes of a page, or why it is none."""
        name = self._name(record)
        if cut := record.fields.get("warc-truncated"):
            raise ReadError(f"was cut off by the crawler ({cut[:40]})", file=name)
        if "warc-segment-number" in record.fields:
            raise ReadError("is spread over several records, which are not joined", file=name)
        if record.block is None:
            raise too_large(name)
        if not has_digest(record.block, record.fields.get("warc-block-digest", "")):
            raise ReadError("is damaged: its digest is another", file=name)
        if not _is_response(record.fields):
            is_text = record.fields.get("content-type", "text/").startswith("text/")
            return record.block if is_text else NO_TEXT
        response = read_response(record.block, name)
        if response.status != OK:
            return OTHER_STATUS
        return page_body(response, name) if response.is_text else NO_TEXT

    def _kept(self, record: WarcRecord, body: bytes) -> Listed:
        listed = Listed(
            path=str(self._spool.path),
            name=self._name(record),
            entry=_entry(record.fields),
            extent=self._spool.add(body),
            crawl=self._file,
        )
        for field in ("warc-payload-digest", "warc-record-id"):
            if key := record.fields.get(field):
                self._known.setdefault(key, listed)
        return listed

    def _repeated(self, record: WarcRecord) -> Listed | str:
        """The page that a crawler found unchanged, with the time at which it did."""
        for field in ("warc-refers-to", "warc-payload-digest"):
            first = self._known.get(record.fields.get(field, ""))
            if first is not None:
                return Listed(
                    path=first.path,
                    name=self._name(record),
                    entry=_entry(record.fields),
                    extent=first.extent,
                    crawl=self._file,
                )
        return REPEATED


def is_wanted(fields: Mapping[str, str]) -> bool:
    """Whether the block of a record must be read to judge it."""
    return fields.get("warc-type") in _WITH_PAGE and _form(fields) is not None


def _is_response(fields: Mapping[str, str]) -> bool:
    return fields.get("warc-type") == "response"


def _form(fields: Mapping[str, str]) -> Form | None:
    return form_of(_url(fields))


def _url(fields: Mapping[str, str]) -> str:
    """The address of a record; some crawlers write it between angle brackets."""
    return fields.get("warc-target-uri", "").removeprefix("<").removesuffix(">")


def _entry(fields: Mapping[str, str]) -> Entry:
    return Entry(url=_url(fields), retrieved_at=fields.get("warc-date"))
