"""A build to the values that give its named queries most to do."""

from collections.abc import Mapping
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES

_MOST = """
SELECT ?value (COUNT(*) AS ?times) WHERE {{ {} }}
GROUP BY ?value ORDER BY DESC(?times) LIMIT 1
"""
_SENATOR = "?question hc:askedBy/foaf:name ?value"
_MINISTER = "?answer hc:answeredBy/foaf:name ?value"
_ASKED_IN = "?question hc:askedOn ?day BIND(STR(YEAR(?day)) AS ?value)"
_ANSWERED_IN = "?answer hc:receivedOn ?day BIND(STR(YEAR(?day)) AS ?value)"
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "asker": _SENATOR,
        "chain": "?question hc:inChain ?value",
        "concept": "?question dcterms:subject ?value",
        "day": "?question hc:askedOn ?value",
        "family": "?question hc:memberOf ?value",
        "government": "?value a hc:Government",
        "minister": _MINISTER,
        "question": "?value hc:event|hc:alsoAskedAs ?told",
        "service": "?mention hc:attributedTo ?value",
        "words": "?question dcterms:subject/skos:prefLabel ?value",
        "year": _ASKED_IN,
        # For one query alone, where its parameter asks for something else.
        "questions-on-concept concept": "?question dcterms:subject/skos:broader+ ?value",
        "services-by-platform year": _ANSWERED_IN,
        "slowest-ministers year": _ANSWERED_IN,
        "accounts-denied service": "?said a hc:AccountStatement ; hc:attributedTo ?value",
        "accounts-mentioned-by asker": _SENATOR,
        "reintroduced-after-government government": (
            "?value a hc:Government ; schema:endDate ?end . ?asked hc:reintroducedAs ?again ; "
            "hc:askedOn ?first . ?again hc:askedOn ?second "
            "FILTER(?first <= ?end && ?end <= ?second)"
        ),
        "sub-answers-side-by-side family": (
            "?answer hc:answers/hc:memberOf ?value ; hc:section ?section"
        ),
    }
)
_PLAIN: Mapping[str, str] = MappingProxyType({"least": "1", "number": "1"})
"""Values that no build has to tell: the lowest lets most through."""


class Heaviest:
    """The values of a build that most facts have, each looked for once."""

    def __init__(self, store: Store, mint: Mint) -> None:
        self._store = store
        self._mint = mint
        self._found: dict[str, str] = {}

    def value(self, query: str, parameter: str) -> str:
        """The value of a parameter that gives this query most to do; empty if there is none."""
        if parameter in _PLAIN:
            return _PLAIN[parameter]
        pattern = _VALUES.get(f"{query} {parameter}", _VALUES[parameter])
        if pattern not in self._found:
            self._found[pattern] = self._most_frequent(pattern)
        return self._found[pattern]

    def _most_frequent(self, pattern: str) -> str:
        rows = self._store.query(_MOST.format(pattern), base_iri=self._mint.base, prefixes=PREFIXES)
        assert isinstance(rows, QuerySolutions)
        for row in rows:
            value = row["value"]
            if isinstance(value, NamedNode):
                return self._mint.path(value.value) or value.value
            return value.value if isinstance(value, Literal) else ""
        return ""
