"""How long each kind of page of a build's site takes to make, uncached, and the busiest pages.

    python bench/site_speed.py DIR [--pages 40] [--seed 1]

Every page is made once, in the process itself: no page cache, no HTTP. Labels and what is made
once for a build are kept, as in a server. Busy are the things that most questions or answers
are tied to. Beside the time by the clock stands that of the processor, which other work on the
machine makes less difference to.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import parse_qsl

from hemicycle.opened import open_build
from hemicycle.site import LANGUAGES, Site
from hemicycle.site.listings import LISTINGS
from hemicycle.site.page_addresses import things_with_pages

LISTS = (
    *("", "questions", "questions?page=400", "questions?status=unanswered"),
    *("questions?year=2013", "questions?status=unanswered&year=2013", "families"),
    *("families?order=missing", *LISTINGS, "senators?order=name", "keywords?order=name"),
    *("findings", "data", "about"),
)
SEARCHES = ("de", "sociale", "réseaux sociaux", '"médias sociaux"', "sécurit*", "minister facebook")
BUSY = {"senators": 3, "ministers": 3, "posts": 3, "parties": 3, "services": 3, "keywords": 3}
KINDS = ("account", "concept", "family", "government", "legislature", "party", "person",
         "platform", "post", "question", "service", "text")  # fmt: skip


class Timed(NamedTuple):
    """What one page took, in milliseconds: by the clock, of the processor."""

    wall: float
    cpu: float
    path: str


Times = list[Timed]


def made(site: Site, path: str) -> Timed:
    """What a page takes; it must be there."""
    plain, _, query = path.partition("?")
    begun, worked = time.perf_counter(), time.process_time()
    page = site.page(plain, dict(parse_qsl(query)))
    wall, cpu = time.perf_counter() - begun, time.process_time() - worked
    if page is None:
        raise SystemExit(f"there is no page {path}")
    return Timed(1000 * wall, 1000 * cpu, path)


def timed(site: Site, paths: Iterable[str]) -> Times:
    """What each page takes."""
    return [made(site, path) for path in paths]


def table(title: str, groups: Mapping[str, Times]) -> str:
    """A Markdown table: a line for each kind of page."""
    heads = ("pages", "ms, median", "95 %", "slowest", "processor, median", "the slowest")
    lines = [f"| {title} | {' | '.join(heads)} |", f"|{' --- |' * (len(heads) + 1)}"]
    for name, times in groups.items():
        values = sorted(each.wall for each in times)
        late = values[min(len(values) - 1, round(0.95 * len(values)))]
        shown = (median(values), late, values[-1], median(each.cpu for each in times))
        cells = (name, len(times), *(f"{value:.1f}" for value in shown), f"`{max(times).path}`")
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def some(things: Sequence[str], pages: int, chance: random.Random) -> list[str]:
    """So many of some things, by chance, each in one of the languages."""
    chosen = chance.sample(list(things), min(pages, len(things)))
    return [f"/{LANGUAGES[at % 3]}/{thing}" for at, thing in enumerate(chosen)]


def busiest(site: Site) -> dict[str, Times]:
    """The first things of each list, each page for the first time, then in another language."""
    found: dict[str, Times] = {}
    for name, count in BUSY.items():
        things = [each.thing for each in site.data.once(LISTINGS[name].count)[:count]]
        found[f"{name}, first view"] = timed(site, (f"/fr/{thing}" for thing in things))
        found[f"{name}, in Dutch"] = timed(site, (f"/nl/{thing}" for thing in things))
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    begun = time.perf_counter()
    site = Site.open(open_build(asked.folder))
    opened = time.perf_counter()
    site.prepare()
    prepared = time.perf_counter()
    sys.stdout.write(f"opened in {opened - begun:.2f} s, prepared in {prepared - opened:.2f} s\n\n")
    things: dict[str, list[str]] = defaultdict(list)
    for thing in site.data.once(things_with_pages):
        things[thing.partition("/")[0]].append(thing)
    groups = {"busiest": busiest(site)}
    groups["things by chance"] = {
        kind: timed(site, some(things[kind], asked.pages, chance)) for kind in KINDS if things[kind]
    }
    groups["lists"] = {
        path or "home": timed(site, [f"/nl/{path}", f"/en/{path}"]) for path in LISTS
    }
    groups["search"] = {words: timed(site, [f"/fr/search?q={words}"]) for words in SEARCHES}
    for title, each in groups.items():
        sys.stdout.write(f"{table(title, each)}\n\n")


if __name__ == "__main__":
    main()
