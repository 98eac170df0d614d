"""A page's source to triples: the file, where it was fetched, what it was decoded with."""

from collections.abc import Iterator

from hemicycle.mint import Mint
from hemicycle.page import Source
from hemicycle.records import Record
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def page_text_triples(record: Record, source: Source, mint: Mint) -> Iterator[Triple]:
    """Where the page of a record came from, and how much of it no rule has read (lines).

    `source` is the record's own, or that of another file with the same bytes.
    """
    node = mint.thing(f"text/{source.key}")
    yield node, terms.TYPE, terms.PAGE_TEXT
    yield node, terms.TYPE, terms.ENTITY
    yield node, terms.SHA256, terms.text(source.sha256)
    yield node, terms.FILE_NAME, terms.text(source.file)
    yield node, terms.ENCODING, terms.word(source.encoding)
    yield node, terms.LAYOUT, terms.word(record.layout)
    yield node, terms.UNREAD_LINES, terms.integer(len(record.unread))
    if source.url is not None:
        yield node, terms.SOURCE_ADDRESS, terms.address(source.url)
    if source.retrieved_at is not None:
        yield node, terms.RETRIEVED_AT, terms.text(source.retrieved_at)
    for language in record.languages:
        yield node, terms.LANGUAGE, terms.language(language)
