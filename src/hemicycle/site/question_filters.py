"""What a visitor asks for to the questions of the overview that have it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from hemicycle.site.overview import UNANSWERED, Line


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


_PLAIN = ("year", "legislature", "party", "minister", "post", "asker", "language")


def filtered(lines: Iterable[Line], filters: Filters, among: frozenset[str] | None) -> list[Line]:
    """The lines that have what filters ask for; `among` are the numbers that bear the keyword."""
    wanted = [(name, getattr(filters, name)) for name in _PLAIN if getattr(filters, name)]
    return [
        line
        for line in lines
        if all(getattr(line, name) == value for name, value in wanted)
        and _has_status(line, filters.status)
        and (among is None or line.number in among)
    ]


def _has_status(line: Line, status: str | None) -> bool:
    if status is None:
        return True
    if status == "unanswered":
        return line.status in UNANSWERED
    return line.status is None if status == "unread" else line.status == status
