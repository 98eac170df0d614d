"""What a visitor asks for to the questions of the overview that have it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from hemicycle.site.lines import UNANSWERED, Line
from hemicycle.site.overview import TIED_BY, Overview


class Filters(Struct, frozen=True, kw_only=True):
    """What a question must have; `status` may be `unanswered` or `unread` too."""

    year: str | None = None
    legislature: str | None = None
    party: str | None = None
    minister: str | None = None
    post: str | None = None
    asker: str | None = None
    status: str | None = None
    language: str | None = None
    keyword: str | None = None

    def values(self) -> dict[str, str]:
        """The filters that ask for something, by name."""
        found = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in found.items() if value}


def read_filters(parameters: Mapping[str, str]) -> Filters:
    """The filters that a visitor asks for; what is no filter is left aside."""
    names = Filters.__struct_fields__
    return Filters(**{name: parameters[name] for name in names if parameters.get(name)})


_PLAIN = ("year", "legislature", "language")


def chosen(known: Overview, filters: Filters) -> Sequence[Line]:
    """The questions that have what filters ask for, the latest first.

    One that was put to two ministers is found by either.
    """
    found = _tied(known, filters.values())
    for name in _PLAIN:
        wanted = getattr(filters, name)
        if wanted:
            found = [line for line in found if getattr(line, name) == wanted]
    if filters.status is None:
        return found
    return [line for line in found if _has_status(line, filters.status)]


def _tied(known: Overview, wanted: Mapping[str, str]) -> Sequence[Line]:
    """The questions tied to every thing that is asked for; all where none is."""
    found: Sequence[Line] = known.lines
    for name, (curie, kind) in TIED_BY.items():
        if name in wanted:
            theirs = known.of(curie, [f"{kind}/{wanted[name]}"])
            numbers = {line.number for line in theirs}
            found = theirs if found is known.lines else [
                line for line in found if line.number in numbers
            ]  # fmt: skip
    return found


def _has_status(line: Line, status: str) -> bool:
    if status == "unanswered":
        return line.status in UNANSWERED
    return line.status is None if status == "unread" else line.status == status
