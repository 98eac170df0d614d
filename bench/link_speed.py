"""How long linking takes beside parsing, a page, on made pages and on the two real documents.

    python bench/link_speed.py [--pages 300] [--rounds 5] [--steps]

Figures are CPU milliseconds a page. The first line is of pages that are all seen once, as a
build does. Of the others each page counts with the best of several rounds, in which parsing and
linking take turns, as the machine's other work makes a round slower, never faster: what is
remembered of words and lines then helps parsing more than linking.
--steps also tells how the time of linking is spent, by the modules of hemicycle.link.
"""

import argparse
import cProfile
import pstats
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.pages import TEXT_LAYOUTS
from generate import write_pages

from hemicycle.assets import authority_files
from hemicycle.errors import HemicycleError
from hemicycle.link import Authority, link, load_authority
from hemicycle.page import Page
from hemicycle.parse import parse
from hemicycle.read import read_paths

DOCUMENTS = Path(__file__).parent.parent / "tests" / "documents"
SEED = 11
WARMING = 5
HANDLES = 400
"""How many handles a page full of nothing else has, and four times as many the next."""


def read_pages(folder: Path) -> list[Page]:
    """The pages of a folder that are a known form."""
    return [page for page in read_paths([folder]) if not isinstance(page, HemicycleError)]


def made_pages(count: int, seed: int = SEED) -> list[Page]:
    """Pages in the manner of the real ones, in all layouts."""
    with tempfile.TemporaryDirectory() as folder:
        write_pages(count, Path(folder), seed, list(TEXT_LAYOUTS), False, False)
        return read_pages(Path(folder))


def seconds(call: Callable[[], object]) -> float:
    """The CPU time of one call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def measure(pages: Sequence[Page], authority: Authority, rounds: int) -> tuple[float, float]:
    """The seconds of parsing and of linking some pages, of each page the best of some rounds."""
    parsing = [float("inf")] * len(pages)
    linking = [float("inf")] * len(pages)
    records = [parse(page) for page in pages]
    for _ in range(rounds):
        for number, (page, record) in enumerate(zip(pages, records, strict=True)):
            parsed = seconds(lambda page=page: parse(page))  # type: ignore[misc]
            linked = seconds(
                lambda page=page, record=record: link(record, page.text, authority)  # type: ignore[misc]
            )
            parsing[number] = min(parsing[number], parsed)
            linking[number] = min(linking[number], linked)
    return sum(parsing), sum(linking)


def measure_once(pages: Sequence[Page], authority: Authority) -> tuple[float, float]:
    """The seconds of parsing and of linking some pages, each once, one after the other.

    The first few, for which the tables are loaded, do not count.
    """
    for page in pages[:WARMING]:
        link(parse(page), page.text, authority)
    parsing = linking = 0.0
    for page in pages[WARMING:]:
        start = time.process_time()
        record = parse(page)
        parsed = time.process_time()
        link(record, page.text, authority)
        parsing += parsed - start
        linking += time.process_time() - parsed
    return parsing, linking


def report(name: str, pages: Sequence[Page], seconds_spent: tuple[float, float]) -> None:
    """A line of milliseconds a page, and how much of parsing linking is."""
    parsing, linking = (1000 * spent / len(pages) for spent in seconds_spent)
    say(
        f"{name:28} parse {parsing:6.2f} ms  link {linking:6.2f} ms  ratio {linking / parsing:5.2f}"
    )


def report_handles(page: Page, authority: Authority) -> None:
    """Milliseconds a handle on pages full of handles: the same for a page four times as long."""
    for count in (HANDLES, 4 * HANDLES):
        handles = ", ".join(f"@handle{number}" for number in range(count))
        full = Page(text=page.text.replace("@", f"{handles}, @", 1), source=page.source)
        record = parse(full)
        spent = min(seconds(lambda: link(record, full.text, authority)) for _ in range(3))  # noqa: B023
        say(f"{f'{count} handles more':28} {1000 * spent / count:6.3f} ms a handle")


def report_steps(pages: Sequence[Page], authority: Authority) -> None:
    """The share of linking that each module takes itself."""
    records = [parse(page) for page in pages]
    profile = cProfile.Profile()
    profile.enable()
    for page, record in zip(pages, records, strict=True):
        link(record, page.text, authority)
    profile.disable()
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        spent[Path(file).stem] += own
    whole = sum(spent.values())
    for module, own in spent.most_common(14):
        say(f"  {module:28} {100 * own / whole:5.1f} %")


def say(line: str) -> None:
    """A line to standard output."""
    sys.stdout.write(f"{line}\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description="Linking beside parsing, in time a page.")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", action="store_true")
    options = parser.parse_args(arguments)
    authority = load_authority(authority_files(()))
    fresh = made_pages(options.pages, SEED + 1)
    report(f"{len(fresh)} made pages, once", fresh, measure_once(fresh, authority))
    made, real = made_pages(options.pages), read_pages(DOCUMENTS)
    report(f"{len(made)} made pages", made, measure(made, authority, options.rounds))
    for page in real:
        report(page.source.file, [page], measure([page], authority, 8 * options.rounds))
    report_handles(real[-1], authority)
    if options.steps:
        report_steps(made, authority)


if __name__ == "__main__":
    main()
