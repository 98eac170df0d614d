"""Corrections of the authority files to a table: what a printed form names, and where."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from hemicycle.errors import AuthorityError
from hemicycle.link.turtle import Entry, Label
from hemicycle.mint import slug
from hemicycle.records import Record


class Printed(Struct, frozen=True):
    """A printed form as corrections look it up: kind of node, language or "", slug."""

    kind: str
    language: str
    form: str


class Corrections(Struct, frozen=True):
    """What printed forms name, by legislature ("5"; "" for every one)."""

    table: dict[tuple[str, Printed], str]

    def path(self, kind: str, language: str, label: str, legislature: str | None) -> str | None:
        """The node that a correction gives a label; one for its legislature goes first."""
        if not self.table:
            return None
        for era in (legislature or "", ""):
            for spoken in (language, ""):
                found = self.table.get((era, Printed(kind, spoken, slug(label))))
                if found is not None:
                    return found
        return None


def corrections(entries: Iterable[Entry]) -> Corrections:
    """The table of all corrections.

    Raises AuthorityError for one without printed form or meaning, and for two that
    give one form two meanings.
    """
    table: dict[tuple[str, Printed], str] = {}
    for entry in entries:
        means = entry.referred("means")
        if len(means) != 1 or not entry.labels:
            raise AuthorityError(
                f"{entry.path} does not say what a printed form means",
                remedy="give it hc:printedForm, and one hc:means",
            )
        for era in legislatures(entry) or ("",):
            for label in entry.labels:
                kind = means[0].partition("/")[0]
                place = era, Printed(kind, label.language, slug(label.label))
                if table.setdefault(place, means[0]) != means[0]:
                    raise AuthorityError(
                        f"{label.label!r} means both {table[place]} and {means[0]}",
                        remedy="give the corrections different legislatures, or take one out",
                    )
    return Corrections(table)


def legislatures(entry: Entry) -> tuple[str, ...]:
    """The legislatures that a correction is for; none where it is for all."""
    return tuple(path.partition("/")[2] for path in entry.referred("temporal"))


def corrected_names(entries: Iterable[Entry], terms: Iterable[Entry]) -> Iterator[Entry]:
    """Corrections about services as further names of them, in the days of their legislatures."""
    days = {term.path: term for term in terms}
    for entry in entries:
        labels = tuple(Label(1, label.language, label.label) for label in entry.labels)
        for path in entry.referred("means"):
            if path.startswith("service/"):
                for era in entry.referred("temporal") or ("",):
                    term = days.get(era)
                    since, until = (term.since, term.until) if term else (None, None)
                    yield Entry(path, labels, since, until)


def legislature_of(record: Record) -> str | None:
    """The legislature whose number series a page belongs to: "5" of question 5-8910.

    A bulletin's own number has it too.
    """
    number = record.question or record.bulletin
    return number.partition("-")[0] if number is not None else None
