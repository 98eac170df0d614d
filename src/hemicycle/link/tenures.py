"""Authority files to who held which post when, and a title to the posts of its one holder."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from hemicycle.link.offices import offices
from hemicycle.link.turtle import Entry


class Tenure(Struct, frozen=True):
    """A person's hold on a post, from day `since` to the day before `until`.

    `offices` are those its titles name, by language.
    """

    person: str
    post: str
    since: date
    until: date | None
    offices: dict[str, frozenset[str]]

    def holds(self, on: date) -> bool:
        """Whether the person held the post on a day."""
        return self.since <= on and (self.until is None or on < self.until)


class Tenures(Struct, frozen=True):
    """All tenures: by post, by person, and the persons who ever had an office, by language."""

    of_post: dict[str, list[Tenure]]
    of_person: dict[str, list[Tenure]]
    persons: dict[tuple[str, str], dict[str, None]]


def tenures(
    memberships: Iterable[Entry], posts: Iterable[Entry], governments: Iterable[Entry]
) -> Tenures:
    """Who held which post when; what a membership does not date has the days of its government."""
    titles = {post.path: post for post in posts}
    terms = {government.path: government for government in governments}
    found = Tenures({}, {}, {})
    for entry in memberships:
        term = next((terms[path] for path in entry.referred("organization") if path in terms), None)
        since = entry.since or (None if term is None else term.since)
        until = entry.until or (None if term is None else term.until)
        for person in entry.referred("member"):
            for post in entry.referred("post"):
                if since and post in titles:
                    _add(found, Tenure(person, post, since, until, _by_language(titles[post])))
    return found


def _add(known: Tenures, tenure: Tenure) -> None:
    known.of_post.setdefault(tenure.post, []).append(tenure)
    known.of_person.setdefault(tenure.person, []).append(tenure)
    for language, named in tenure.offices.items():
        for office in named:
            known.persons.setdefault((language, office), {})[tenure.person] = None


def _by_language(post: Entry) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for label in post.labels:
        known = found.get(label.language, frozenset())
        found[label.language] = known | offices(label.label)
    return found


def is_held(post: str | None, on: date, known: Tenures) -> bool:
    """Whether somebody is known to have held a post on a day."""
    return any(tenure.holds(on) for tenure in known.of_post.get(post or "", ()))


def posts_of_one_holder(title: str, language: str, on: date, known: Tenures) -> tuple[str, ...]:
    """The posts whose offices a title names, all of them of one person on that day.

    None where an office is unknown, or where several persons could be meant. As few
    posts as have all offices; of two that have as many, the one with fewer others.
    """
    wanted = offices(title)
    if not wanted:
        return ()
    fitting: list[list[Tenure]] = []
    for person in known.persons.get((language, min(wanted)), ()):
        held = [tenure for tenure in known.of_person[person] if tenure.holds(on)]
        if wanted <= frozenset().union(*(_in(tenure, language) for tenure in held)):
            fitting.append(held)
    return _fewest(wanted, fitting[0], language) if len(fitting) == 1 else ()


def _in(tenure: Tenure, language: str) -> frozenset[str]:
    return tenure.offices.get(language, frozenset())


def _fewest(wanted: frozenset[str], held: Sequence[Tenure], language: str) -> tuple[str, ...]:
    chosen: list[str] = []
    while wanted:
        best = min(
            held,
            key=lambda tenure: (
                -len(wanted & _in(tenure, language)),
                len(_in(tenure, language)),
                tenure.post,
            ),
        )
        chosen.append(best.post)
        wanted -= _in(best, language)
    return tuple(chosen)
