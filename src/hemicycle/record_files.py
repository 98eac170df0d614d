"""Records and pages to the files of a build: records.jsonl and texts/."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from hemicycle.page import Page
from hemicycle.query import TEXTS_FOLDER
from hemicycle.records import Record

RECORDS_FILE = "records.jsonl"


def write_records(records: Iterable[Record], folder: Path) -> None:
    """One record a line, in the order given."""
    encode = msgspec.json.Encoder().encode
    with (folder / RECORDS_FILE).open("wb") as lines:
        for record in records:
            lines.write(encode(record) + b"\n")


def write_texts(pages: Iterable[Page], folder: Path) -> None:
    """The text of each page, named by the page's key: what all offsets count in."""
    texts = folder / TEXTS_FOLDER
    texts.mkdir()
    for page in pages:
        (texts / f"{page.source.key}.txt").write_text(page.text, encoding="utf-8", newline="\n")
