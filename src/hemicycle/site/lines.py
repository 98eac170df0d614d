"""What a site remembers of every question: one short line, for lists, figures and tallies."""

from msgspec import Struct

UNANSWERED = ("reminded", "pending", "closed", "lapsed")
"""The statuses of questions that have no answer."""


# gc=False: an archive has tens of thousands of these, none of which can be in a cycle.
class Line(Struct, frozen=True, array_like=True, gc=False):
    """One written question. Things are named by what stands behind their kind: `open-vld`.

    `status` is None for one that was not read; `answered_on` and `days` are those of the
    first answer. Of several values of one property it has the first.
    """

    number: str
    asked_on: str | None = None
    asker: str | None = None
    party: str | None = None
    post: str | None = None
    minister: str | None = None
    status: str | None = None
    language: str | None = None
    answered_on: str | None = None
    days: int | None = None

    @property
    def year(self) -> str | None:
        """That of asking; None for a day that is not known or is none."""
        year = (self.asked_on or "")[:4]
        return year if len(year) == 4 and year.isascii() and year.isdigit() else None

    @property
    def legislature(self) -> str | None:
        """By its number, None for questions that no page numbers."""
        found = self.number.partition("-")[0]
        return found if found.isdigit() else None

    @property
    def thing(self) -> str:
        """What stands behind `id/`."""
        return f"question/{self.number}"


def latest_first(line: Line) -> tuple[bool, int, tuple[int, int], str]:
    """The order of all lists: by day, the latest first; those of no known day last."""
    digits = (line.asked_on or "").replace("-", "")
    day = int(digits) if digits.isascii() and digits.isdigit() else 0
    return day == 0, -day, _by_number(line.number), line.number


def _by_number(number: str) -> tuple[int, int]:
    legislature, _, serial = number.partition("-")
    if not (legislature.isdigit() and serial.isdigit()):
        return 0, 0
    return int(legislature), int(serial)
