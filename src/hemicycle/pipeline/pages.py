"""Listed files to linked records on disk: the work of one page, which looks at no other."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from hemicycle.clusters import Tied
from hemicycle.errors import HemicycleError, ParseError
from hemicycle.link import link
from hemicycle.links import Linked
from hemicycle.page import Source
from hemicycle.parse import parse
from hemicycle.paths import relation_path
from hemicycle.pipeline.facts import linking_authority, taken_down
from hemicycle.pipeline.settings import Settings
from hemicycle.read import NO_QUESTION, Listed, Passed, read_listed
from hemicycle.shards import Stretch, add_bytes, add_linked
from hemicycle.whole import written_whole
from hemicycle.withheld import withhold

_encode = msgspec.json.Encoder().encode

RECORDS, LINKS = ".jsonl", ".links"
"""What the files of records and of linked records end in; they are kept for the next build."""


class PageTask(Struct, frozen=True, kw_only=True):
    """Some files to read, and where to write.

    `texts` takes the pages' texts, the files that `shard` is the stem of records and links.
    """

    files: tuple[Listed, ...]
    texts: Path
    shard: Path
    settings: Settings


class DonePage(Struct, frozen=True, kw_only=True):
    """One page whose linked record stands on disk; `record` is it as JSON, with its line end."""

    tied: Tied
    source: Source
    record: Stretch
    linked: Stretch


def do_pages(task: PageTask) -> list[DonePage | Passed | str]:
    """Each file as a page done, passed over, or as what is wrong with it, in the order given."""
    with (
        written_whole(task.shard) as own,
        _records(own).open("wb") as records,
        _links(own).open("wb") as links,
    ):
        return [_done(listed, task, records, links) for listed in task.files]


def _records(shard: Path) -> Path:
    return shard.with_suffix(RECORDS)


def _links(shard: Path) -> Path:
    return shard.with_suffix(LINKS)


def _done(
    listed: Listed, task: PageTask, records: BinaryIO, links: BinaryIO
) -> DonePage | Passed | str:
    page = read_listed(listed)
    if isinstance(page, HemicycleError):
        return str(page)
    try:
        linked = link(parse(page), page.text, linking_authority(task.settings))
    except ParseError as error:
        return str(error) if listed.crawl is None else Passed(listed.crawl, NO_QUESTION)
    except HemicycleError as error:
        return str(error)
    kept = withhold(page.text, linked, taken_down(task.settings))
    record = kept.linked.record
    _write_text(record.source.key, kept.text, Path(records.name).parent, task.texts)
    return DonePage(
        tied=_tied(kept.linked),
        source=record.source,
        record=add_bytes(_encode(record) + b"\n", records, _records(task.shard)),
        linked=add_linked(kept.linked, links, _links(task.shard)),
    )


def _tied(linked: Linked) -> Tied:
    others = [relation_path(relation) for relation in linked.record.relations]
    return Tied(
        key=linked.record.source.key,
        question=linked.question,
        others=tuple(dict.fromkeys(others)),
    )


def _write_text(key: str, text: str, own: Path, texts: Path) -> None:
    """The text of a page, named by the page's key: what all offsets count in."""
    file = own / f"{key}.txt"
    file.write_text(text, encoding="utf-8", newline="\n")
    file.replace(texts / file.name)  # several tasks may have copies of the page


class Older(Struct, frozen=True):
    """A page whose address had another one later; `newer` is the key of the latest."""

    page: DonePage
    newer: str


def latest(pages: Sequence[DonePage]) -> tuple[list[DonePage], list[Older]]:
    """The pages to build, and those of which a later retrieval of the same address is there.

    The same bytes under several names stay, each: they are one page from several files.
    """
    newest: dict[str, DonePage] = {}
    for page in pages:
        if page.source.url is not None and page.source.retrieved_at is not None:
            known = newest.setdefault(page.source.url, page)
            if retrieved(page) > retrieved(known):
                newest[page.source.url] = page
    kept: list[DonePage] = []
    older: list[Older] = []
    for page in pages:
        winner = newest.get(page.source.url or "", page)
        if winner.source.sha256 == page.source.sha256 or page.source.retrieved_at is None:
            kept.append(page)
        else:
            older.append(Older(page, winner.tied.key))
    return kept, older


def retrieved(page: DonePage) -> tuple[str, str]:
    """The time as the index prints it (ISO 8601 sorts as it runs), and the hash, for a tie."""
    return page.source.retrieved_at or "", page.source.sha256
