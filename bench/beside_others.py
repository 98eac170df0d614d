"""Hemicycle beside what a user could take instead, on the same made pages.

    python bench/beside_others.py [--pages 1000] [--rounds 3] [--without morph,pyshacl]

Prints a Markdown table of CPU seconds. morph-kgc is installed into an environment of its own,
thrown away afterwards; pySHACL on the whole graph takes minutes.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.pages import TEXT_LAYOUTS
from generate import write_pages
from others.timing import HEAD, Compared
from others.with_morph import mapping
from others.with_pyshacl import validating
from others.with_rdflib import as_rdflib, asking, serialising

from hemicycle.assets import authority_files
from hemicycle.link import link, load_authority
from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.opened import open_build
from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Silent
from hemicycle.read import read_paths
from hemicycle.store import merged_triples

SEED = 11


def linked_pages(folder: Path) -> list[Linked]:
    """What the pages of a folder say, linked: where all roads begin."""
    authority = load_authority(authority_files(()))
    pages = (page for page in read_paths([folder]) if isinstance(page, Page))
    return [link(parse(page), page.text, authority) for page in pages]


def compared(count: int, rounds: int, without: Sequence[str], work: Path) -> Iterator[Compared]:
    """Each comparison as it is done."""
    pages, mint = work / "pages", Mint()
    write_pages(count, pages, SEED, list(TEXT_LAYOUTS), False, False)
    records = linked_pages(pages)
    yield from serialising(records, mint, rounds)
    if "morph" not in without:
        yield from mapping(records, mint, work)
    build([pages], work / "out", Settings(), Silent())
    opened = open_build(work / "out")
    triples = list(merged_triples(opened.store))
    yield from asking(opened.store, as_rdflib(triples), mint, rounds)
    if "pyshacl" not in without:
        yield from validating(triples, count)


def main() -> None:
    """Print a row for each comparison."""
    parser = argparse.ArgumentParser(description="Hemicycle beside others, on made pages.")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", default="")
    given = parser.parse_args()
    sys.stdout.write(f"{HEAD}\n")
    with tempfile.TemporaryDirectory() as folder:
        for one in compared(given.pages, given.rounds, given.without.split(","), Path(folder)):
            sys.stdout.write(f"{one.row()}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
