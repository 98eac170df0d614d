"""A seed to a folder of pages as the Belgian Senate publishes them, for benchmarks and tests.

    python bench/generate.py COUNT FOLDER [--seed N] [--layouts web,table] [--html] [--truth]

FOLDER gets COUNT pages, index.jsonl (file and url of each), faults.jsonl (file and kind of
each planted fault, at the rates of corpus/faults.py) and, with --truth, truth.jsonl: what the
record of each page has to say, save places and source. The same seed gives the same bytes;
page n is the same whatever COUNT is. All sentences and senators are invented; ministers'
titles and services' names come from ontology/authority.

Layouts: web, unilingual-print, bilingual-print, table, pipe-table (legislatures 4 to 7) and
bulletin (1 to 3). HTML has neither tables nor pipe tables: those are what text copies are.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TextIO

import msgspec
from corpus.pages import HTML_LAYOUTS, TEXT_LAYOUTS, Printed, print_page, sheets
from corpus.truth import truth

_ENCODER = msgspec.json.Encoder()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages that the command line asks for; gives the exit code."""
    options = _parser().parse_args(arguments)
    known = HTML_LAYOUTS if options.html else tuple(TEXT_LAYOUTS)
    layouts = options.layouts.split(",") if options.layouts else list(known)
    unknown = sorted({*layouts} - {*known})
    if unknown or options.count < 0 or options.seed < 0:
        sys.stderr.write(f"COUNT and N are 0 or more, layouts of {', '.join(known)}\n")
        return 2
    ordered = [name for name in known if name in layouts]
    write_pages(options.count, options.folder, options.seed, ordered, options.html, options.truth)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Pages as the Belgian Senate publishes them.")
    parser.add_argument("count", type=int, metavar="COUNT")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--layouts", help="names with commas between them; all when left out")
    parser.add_argument("--html", action="store_true", help="HTML instead of text")
    parser.add_argument("--truth", action="store_true", help="write truth.jsonl too")
    return parser


def write_pages(
    count: int, folder: Path, seed: int, layouts: Sequence[str], as_html: bool, with_truth: bool
) -> None:
    """Write `count` pages and what is known of them into a folder, which may be new."""
    folder.mkdir(parents=True, exist_ok=True)
    place = f"{folder}/"
    with ExitStack() as files:
        index = files.enter_context(_open(folder / "index.jsonl"))
        faults = files.enter_context(_open(folder / "faults.jsonl"))
        facts = files.enter_context(_open(folder / "truth.jsonl")) if with_truth else None
        for sheet in islice(sheets(seed, layouts), count):
            page = print_page(sheet, as_html)
            with open(place + page.file, "wb", buffering=0) as file:  # noqa: PTH123 - Path is slower
                file.write(page.data)
            _describe(page, index, faults)
            if facts is not None:
                facts.write(_line(truth(sheet, page.file)))


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


def _describe(page: Printed, index: TextIO, faults: TextIO) -> None:
    index.write(_line({"file": page.file, "url": page.url}))
    for kind in page.sheet.faults:
        faults.write(_line({"file": page.file, "kind": kind}))


def _line(facts: dict[str, object]) -> str:
    return _ENCODER.encode(facts).decode() + "\n"


if __name__ == "__main__":
    sys.exit(main())
