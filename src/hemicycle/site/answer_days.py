"""A build to the day of each of its answers, and the days it took."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.site.data import SiteData

_KIND = "answer/"


class AnswerDay(Struct, frozen=True, array_like=True, gc=False):
    """The first day that pages print of an answer, and the days to it, where they are known."""

    received_on: str
    days: int | None


def answer_days(site: SiteData) -> Mapping[str, AnswerDay]:
    """The day of each answer, by what stands behind `id/answer/`; use `site.once(answer_days)`."""
    found: dict[str, AnswerDay] = {}
    for answer, day, days in site.cells("answer-days"):
        key, waited = (
            (site.mint.path(answer) or "").removeprefix(_KIND),
            int(days) if days else None,
        )
        known = found.get(key)
        if known is None or day < known.received_on:
            found[key] = AnswerDay(day, waited)
    return found


def first_answers(days: Mapping[str, AnswerDay]) -> dict[str, AnswerDay]:
    """The first answer to each question, by the question's number."""
    found: dict[str, AnswerDay] = {}
    for answer, said in days.items():
        number = question_number(answer)
        known = found.get(number)
        if known is None or known.received_on > said.received_on:
            found[number] = said
    return found


def question_number(key: str) -> str:
    """The number of a question from the name of a part of it: its first two fields.

    >>> question_number("5-8906-2"), question_number("page-0123456789abcdef-1")
    ('5-8906', 'page-0123456789abcdef')
    """
    return "-".join(key.split("-", 2)[:2])
