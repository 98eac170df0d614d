"""Properties and classes of the graph to the words that pages have for them."""

from collections.abc import Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from hemicycle.assets import asset
from hemicycle.namespaces import PREFIXES
from hemicycle.site.words import word

_LABEL = f"{PREFIXES['rdfs']}label"
_TYPE = f"{PREFIXES['rdf']}type"
_TYING = f"{PREFIXES['owl']}ObjectProperty"

OTHERS = (
    "dcterms:hasPart", "dcterms:isReplacedBy", "dcterms:language", "dcterms:source",
    "dcterms:subject", "dcterms:temporal", "eli:work_type", "eli-dl:answers_to",
    "eli-dl:created_a_realization_of", "eli-dl:had_participant_organization",
    "eli-dl:had_participant_person", "eli-dl:had_participation", "eli-dl:participation_in_name_of",
    "eli-dl:participation_role", "org:member", "org:memberOf", "org:organization",
    "prov:wasDerivedFrom", "skos:broader", "skos:exactMatch", "skos:inScheme",
)  # fmt: skip
"""The properties of other vocabularies that tie things of the graph to each other."""


@lru_cache(maxsize=1024)
def shortened(iri: str) -> str:
    """A term with its prefix, in full where none fits.

    >>> shortened("http://www.w3.org/2004/02/skos/core#broader")
    'skos:broader'
    """
    fits = [(space, prefix) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    if not fits:
        return iri
    space, prefix = max(fits)
    return f"{prefix}:{iri.removeprefix(space)}"


@lru_cache(maxsize=2048)
def term_words(iri: str, language: str) -> str:
    """What a language calls a property or a class; its short name where nobody has named it."""
    own = _ontology().labels.get((iri, language))
    if own is not None:
        return own
    short = shortened(iri)
    return word(language, "term", short.replace(":", "_")) or short


@lru_cache(maxsize=1)
def tying_properties() -> tuple[str, ...]:
    """The properties that may tie one thing of the graph to another: ours, then those of others."""
    return _ontology().tying + tuple(_full(curie) for curie in OTHERS)


def _full(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


class _Ontology:
    """The labels of our terms by language, and our properties between things."""

    def __init__(self, labels: Mapping[tuple[str, str], str], tying: tuple[str, ...]) -> None:
        self.labels = labels
        self.tying = tying


@lru_cache(maxsize=1)
def _ontology() -> _Ontology:
    labels: dict[tuple[str, str], str] = {}
    tying: list[str] = []
    for quad in parse(path=asset("ontology/hemicycle.ttl"), format=RdfFormat.TURTLE):
        subject, said = quad.subject, quad.object
        if not isinstance(subject, NamedNode):
            continue
        if quad.predicate.value == _LABEL and isinstance(said, Literal) and said.language:
            labels[subject.value, said.language] = said.value
        if quad.predicate.value == _TYPE and said == NamedNode(_TYING):
            tying.append(subject.value)
    return _Ontology(labels, tuple(sorted(tying)))
