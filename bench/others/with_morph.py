"""Records to N-Triples of questions, titles and relations: ours beside morph-kgc's.

morph-kgc wants older versions of rdflib and pyoxigraph, so it gets an environment of its
own, and tables: what writing them costs is counted, reading pages is not, on either side.
"""

import csv
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.rdf_bytes import rdf_lines
from hemicycle.records import Record
from hemicycle.triples import page_triples
from others.timing import Compared, seconds

MORPH = "morph-kgc==2.10.0"
MAPPING = Path(__file__).with_name("mapping.yml")
SETTINGS = """[CONFIGURATION]
output_file: {out}
number_of_processes: 1
logging_level: ERROR
[source]
mappings: {mapping}
"""
PREDICATES = frozenset(
    map(
        str,
        (
            HC.askedOn,
            HC.number,
            HC.printedAsker,
            HC.session,
            HC.alsoAskedAs,
            f"{PREFIXES['dcterms']}identifier",
            f"{PREFIXES['dcterms']}title",
        ),
    )
)
"""What both roads write of questions: other triples of ours are made, but not written."""
LANGUAGES = ("fr", "nl")


def mapping(records: Sequence[Linked], mint: Mint, folder: Path) -> Iterator[Compared]:
    """Each road once; neither installation nor the start of a process is counted."""
    python = _environment(folder / "venv")
    ours = seconds(lambda: (folder / "ours.nt").write_bytes(_lines(records, mint)))
    theirs = seconds(lambda: _tables(records, folder)) + _run(python, folder)
    mine, others = ({*file.read_bytes().splitlines()} for file in _outputs(folder))
    if mine != others:
        example = sorted(mine ^ others)[0].decode()
        counts = f"{len(mine - others)} are ours alone, {len(others - mine)} theirs"
        raise SystemExit(f"the roads give different triples: {counts}, as {example}")
    yield Compared(f"{len(records)} records to N-Triples of seven properties", ours, MORPH, theirs)


def _outputs(folder: Path) -> tuple[Path, Path]:
    return folder / "ours.nt", folder / "theirs.nt"


def _environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", MORPH], check=True)
    return python


def _run(python: Path, folder: Path) -> float:
    """The CPU seconds of morph-kgc, without those of starting Python and importing it."""
    settings = folder / "settings.ini"
    settings.write_text(SETTINGS.format(out=folder / "theirs.nt", mapping=MAPPING), "utf-8")
    start = _spent([python, "-c", "import morph_kgc"], folder)
    return _spent([python, "-m", "morph_kgc", settings], folder) - start


def _spent(command: Sequence[str | Path], folder: Path) -> float:
    """The CPU seconds of another process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _lines(records: Iterable[Linked], mint: Mint) -> bytes:
    things = mint.thing("question/").value
    wanted = {
        triple
        for record in records
        for triple in page_triples(record, mint).page
        if triple[1].value in PREDICATES and triple[0].value.startswith(things)
    }
    kept = (triple for triple in wanted if getattr(triple[2], "language", "") != "de")
    return b"".join(rdf_lines([ox.Triple(*triple) for triple in kept], ox.RdfFormat.N_TRIPLES))


def _tables(records: Iterable[Linked], folder: Path) -> None:
    """The tables that the mapping reads; what a page leaves out is an empty cell."""
    rows: dict[str, list[Sequence[str]]] = {
        "questions": [("question", "number", "asked_on", "asker", "session")],
        **{f"titles-{language}": [("question", "title")] for language in LANGUAGES},
        "relations": [("question", "target")],
    }
    for record in (linked.record for linked in records):
        if record.question is not None:
            _add(record, record.question, rows)
    for name, lines in rows.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(lines)


def _add(record: Record, key: str, rows: dict[str, list[Sequence[str]]]) -> None:
    asker = record.asker.name if record.asker else ""
    day = record.asked_on.isoformat() if record.asked_on else ""
    number = key.partition("-")[2]
    rows["questions"].append((key, number, day, asker, record.session or ""))
    for language in LANGUAGES:
        if language in record.title:
            rows[f"titles-{language}"].append((key, record.title[language]))
    for relation in record.relations:
        if relation.kind == "also-asked" and relation.target:
            rows["relations"].append((key, relation.target))
