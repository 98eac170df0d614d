"""What publishing did to the lines that tell it."""

from collections.abc import Iterator

from msgspec import Struct


class Difference(Struct, frozen=True):
    """A graph that is not there as it was sent, and a few triples that are not the same."""

    graph: str
    sent: int
    found: int
    lacking: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """The graphs that were sent (with how many triples), dropped, and left as they were.

    Where nothing was to be done but told, `is_done` is False.
    """

    sent: tuple[str, ...]
    triples: int
    dropped: tuple[str, ...]
    kept: int
    differences: tuple[Difference, ...] = ()
    is_done: bool = True
    patched: int | None = None
    """How many triples of the merge were taken out or added, None where it was sent whole."""

    @property
    def is_clean(self) -> bool:
        """Whether every graph is there as it was sent."""
        return not self.differences


def report_text(report: Report, *, list_graphs: bool = False) -> str:
    """One line, and one for each difference; `list_graphs` lists what is sent and dropped too."""
    return "\n".join(_lines(report, list_graphs))


def _lines(report: Report, list_graphs: bool) -> Iterator[str]:
    if list_graphs:
        yield from (f"send {graph}" for graph in report.sent)
        yield from (f"drop {graph}" for graph in report.dropped)
    for difference in report.differences:
        yield from _difference_lines(difference)
    would = "" if report.is_done else "would be "
    yield (
        f"{len(report.sent)} graphs {would}sent ({report.triples} triples), "
        f"{len(report.dropped)} {would}dropped, {report.kept} unchanged"
    )
    if report.patched is not None:
        were = "were" if report.is_done else "would be"
        yield f"of the merge, only the {report.patched} triples that changed {were} sent"


def _difference_lines(difference: Difference) -> Iterator[str]:
    yield (
        f"{difference.graph} is not there as it was sent: "
        f"{difference.found} triples of {difference.sent}"
    )
    yield from (f"  lacks {line}" for line in difference.lacking)
    yield from (f"  has   {line}" for line in difference.foreign)
