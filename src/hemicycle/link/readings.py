"""A passage to the accounts it names, and the nouns that name them."""

from msgspec import Struct

from hemicycle.link.addresses import find_addresses
from hemicycle.link.candidates import Candidate, without_overlaps
from hemicycle.link.handles import find_handles
from hemicycle.link.named import find_named
from hemicycle.link.passages import Passage
from hemicycle.link.phrases import Phrase, read_phrase
from hemicycle.link.tables import Cell, find_in_cells, table_cells
from hemicycle.link.unnamed import find_unnamed


class Reading(Struct, frozen=True):
    """One passage, its account nouns by where their platform is named, and its accounts.

    `cells` are those of its tables of accounts.
    """

    passage: Passage
    phrases: dict[int, Phrase]
    cells: list[Cell]
    candidates: list[Candidate]


def read_accounts(passage: Passage) -> Reading:
    """The accounts of one passage, before owners; an address comes before all else."""
    phrases = {
        hit.start: phrase for hit in passage.platforms.hits if (phrase := read_phrase(passage, hit))
    }
    addresses = [
        Candidate(
            start=found.start,
            end=found.end,
            platform=found.platform,
            kind=found.named.kind,
            rule="address",
            handle=found.named.handle,
            url=found.named.url,
        )
        for found in find_addresses(passage.text)
    ]
    cells = table_cells(passage)
    candidates = [*addresses, *find_handles(passage, addresses, cells)]
    if passage.platforms.hits:
        candidates += find_named(passage, phrases)
        candidates += find_unnamed(passage, phrases)
        candidates += find_in_cells(passage, cells)
    return Reading(passage, phrases, cells, without_overlaps(candidates))
