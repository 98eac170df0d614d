"""A build to one short line for each question, made once, and the lines that things are tied to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct

from hemicycle.site.answer_days import AnswerDay, answer_days, first_answers
from hemicycle.site.data import SiteData
from hemicycle.site.lines import Line, latest_first
from hemicycle.site.question_head import LANGUAGE_CODES
from hemicycle.site.question_values import Values, question_values

KEYWORD = "dcterms:subject"
TYING = {
    "hc:askedBy": ("person", "asker"),
    "hc:askedInNameOf": ("party", "party"),
    "hc:addressedTo": ("post", "post"),
    "hc:holderWhenAsked": ("person", "minister"),
    KEYWORD: ("concept", "keyword"),
}
"""The properties that tie a thing to a question: the thing's kind, and the name of the value."""

TIED_BY = {name: (curie, kind) for curie, (kind, name) in TYING.items()}
"""The same by the name of the value."""


class Overview(Struct, frozen=True):
    """Every question of a build, the latest first; those of no known day last.

    `tied` has, by property and by what stands behind `id/`, the places of lines in `lines`,
    rising. `to_several` are the numbers of questions put to several posts.
    """

    lines: tuple[Line, ...]
    tied: Mapping[str, Mapping[str, Sequence[int]]]
    to_several: frozenset[str] = frozenset()

    @property
    def read(self) -> tuple[Line, ...]:
        """The questions whose page was read."""
        return tuple(line for line in self.lines if line.status is not None)

    def of(self, curie: str, things: Iterable[str]) -> tuple[Line, ...]:
        """The questions that a property ties to things behind `id/`, each once, latest first."""
        tied = self.tied.get(curie, {})
        found = [places for thing in things if (places := tied.get(thing))]
        chosen = found[0] if len(found) == 1 else sorted({each for one in found for each in one})
        return tuple(self.lines[place] for place in chosen)

    def each(self, name: str) -> Iterator[tuple[str, tuple[Line, ...]]]:
        """Every value of a name, `asker` or `party`, with the questions that it is tied to."""
        for thing, places in self.tied[TIED_BY[name][0]].items():
            yield thing.partition("/")[2], tuple(self.lines[place] for place in places)


def overview(site: SiteData) -> Overview:
    """The questions of a build; of 40,000 it takes some seconds, so use `site.once(overview)`."""
    with ThreadPoolExecutor(1) as beside:
        days = beside.submit(site.once, answer_days)
        questions = question_values(site)
        answers = first_answers(days.result())
    lines = [_line(number, values, answers) for number, values in questions.items()]
    lines.sort(key=latest_first)
    return Overview(
        lines=tuple(lines),
        tied={curie: _tied(lines, questions, kind, name) for curie, (kind, name) in TYING.items()},
        to_several=frozenset(
            number for number, values in questions.items() if len(values.get("post", ())) > 1
        ),
    )


def _line(number: str, values: Values, answers: Mapping[str, AnswerDay]) -> Line:
    """A question's line: of several values the first."""

    def first(name: str) -> str | None:
        return next(iter(values.get(name, ())), None)

    answer = answers.get(number)
    return Line(
        number=number,
        asked_on=first("asked_on"),
        asker=first("asker"),
        party=first("party"),
        post=first("post"),
        minister=first("minister"),
        status=first("status"),
        language=LANGUAGE_CODES.get(first("language") or ""),
        answered_on=None if answer is None else answer.received_on,
        days=None if answer is None else answer.days,
    )


def _tied(
    lines: Iterable[Line], questions: Mapping[str, Values], kind: str, name: str
) -> dict[str, tuple[int, ...]]:
    """The places of the lines of each thing, by what stands behind `id/`."""
    found: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        for key in questions[line.number].get(name, ()):
            found.setdefault(f"{kind}/{key}", []).append(place)
    return {thing: tuple(places) for thing, places in found.items()}
