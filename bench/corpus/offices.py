"""The authority files to ministers' titles with their days, and to services' names."""

from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Literal, QuerySolutions, RdfFormat, Store

from corpus.pairs import Pair

_AUTHORITY = Path(__file__).parents[2] / "ontology" / "authority"

_POSTS = """
PREFIX hc: <https://w3id.org/hemicycle/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
SELECT ?fr ?nl (str(?start) AS ?first) (str(?end) AS ?last) WHERE {
  ?membership hc:post ?post ; schema:startDate ?start ; schema:endDate ?end .
  ?post rdfs:label ?fr, ?nl .
  FILTER(lang(?fr) = "fr" && lang(?nl) = "nl")
} ORDER BY ?fr ?nl ?start
"""
_SERVICES = """
PREFIX hc: <https://w3id.org/hemicycle/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?fr ?nl WHERE {
  ?service a hc:FederalService ; skos:prefLabel ?fr, ?nl .
  FILTER(lang(?fr) = "fr" && lang(?nl) = "nl")
  FILTER(strstarts(?fr, "SPF ") && strstarts(?nl, "FOD ")
      || strstarts(?fr, "SPP ") && strstarts(?nl, "POD "))
} ORDER BY ?fr
"""


class Post(Struct, frozen=True):
    """A minister's title, and the periods in which somebody bore it."""

    title: Pair
    periods: tuple[tuple[date, date], ...]

    def is_held(self, day: date) -> bool:
        """Whether somebody bore the title on that day."""
        return any(first <= day < last for first, last in self.periods)

    @property
    def french_article(self) -> str:
        """`au` or `à la`, as the title's own words tell; `au` where they tell nothing."""
        words = self.title.fr
        is_woman = "première ministre" in words or "chargée" in words or len(words) % 3 == 0
        is_man = "premier ministre" in words.split(",")[0] or "chargé " in words
        return "à la" if is_woman and not is_man else "au"


class Service(Struct, frozen=True):
    """A federal public service: its name, and the handles of its French and Dutch accounts."""

    name: Pair
    handle: Pair


@cache
def posts() -> tuple[Post, ...]:
    """All titles that are known in both languages, in the order of the French ones."""
    held: dict[Pair, list[tuple[date, date]]] = {}
    for row in _rows("posts.ttl", "memberships.ttl", query=_POSTS):
        period = (date.fromisoformat(row[2]), date.fromisoformat(row[3]))
        held.setdefault(Pair(row[0], row[1]), []).append(period)
    return tuple(Post(title, tuple(periods)) for title, periods in held.items())


@cache
def held_posts(day: date) -> tuple[Post, ...]:
    """The titles that somebody bore on that day."""
    return tuple(post for post in posts() if post.is_held(day))


@cache
def services() -> tuple[Service, ...]:
    """The federal public services, in the order of their French names."""
    return tuple(
        Service(Pair(french, dutch), Pair(_handle(french), _handle(dutch)))
        for french, dutch in _rows("services.ttl", query=_SERVICES)
    )


def _rows(*files: str, query: str) -> list[list[str]]:
    store = Store()
    for file in files:
        store.load(path=_AUTHORITY / file, format=RdfFormat.TURTLE)
    rows = store.query(query)
    if not isinstance(rows, QuerySolutions):
        raise TypeError("the query selects no rows")
    return [[_words(value) for value in row] for row in rows]


def _words(value: object) -> str:
    if not isinstance(value, Literal):
        raise TypeError(f"{value} is no text")
    return value.value


def _handle(name: str) -> str:
    """`SPF Santé publique, …` as `SPF_Sante`: at most 15 characters, as Twitter allows."""
    first, second = name.replace(",", " ").split()[:2]
    plain = second.translate(str.maketrans("éèêëïÉ'", "eeeeiE_"))
    return f"{first}_{plain}"[:15].rstrip("_")
