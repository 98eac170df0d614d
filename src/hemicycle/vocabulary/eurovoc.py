"""EuroVoc's SKOS file to the concepts that linking needs: labels, broader concepts, edition."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from hemicycle.errors import AuthorityError
from hemicycle.namespaces import PREFIXES
from hemicycle.vocabulary.rdf_file import read_triples

EUROVOC = "http://eurovoc.europa.eu/"
SCHEME = f"{EUROVOC}100141"
"""EuroVoc itself, among the schemes of its file; the others are its microthesauri."""

LANGUAGES = ("fr", "nl", "de", "en")
_SKOS, _DCTERMS, _OWL = (PREFIXES[prefix] for prefix in ("skos", "dcterms", "owl"))
_RANKS = {f"{_SKOS}prefLabel": 0, f"{_SKOS}altLabel": 1, f"{_SKOS}hiddenLabel": 2}
_HIDDEN = 2
_TYPE = f"{PREFIXES['rdf']}type"
_NOTATION, _EDITION = f"{_SKOS}notation", f"{_OWL}versionInfo"
_TO_NODES = {
    f"{_SKOS}broader": "broader",
    f"{_SKOS}narrower": "narrower",
    f"{_DCTERMS}isReplacedBy": "replaced_by",
}


class ConceptLabel(Struct, frozen=True, order=True):
    """One label; rank 0 is the usual one, 1 another, 2 a hidden or a former one."""

    rank: int
    language: str
    label: str


class VocabularyConcept(Struct, frozen=True):
    """One concept of a vocabulary; `key` and `broader` are the last parts of IRIs."""

    key: str
    labels: tuple[ConceptLabel, ...]
    broader: tuple[str, ...]
    notations: tuple[str, ...]


class Vocabulary(Struct, frozen=True):
    """All concepts of one edition, in the order of their keys."""

    edition: str
    concepts: tuple[VocabularyConcept, ...]


class _Draft(Struct):
    labels: set[ConceptLabel]
    broader: set[str]
    notations: set[str]
    replaced_by: set[str]
    is_concept: bool = False


class _Reading(Struct):
    drafts: dict[str, _Draft]
    editions: dict[str, str]

    def of(self, key: str) -> _Draft:
        """What is known of a node so far."""
        return self.drafts.setdefault(key, _Draft(set(), set(), set(), set()))


def read_eurovoc(file: Path, edition: str | None = None) -> Vocabulary:
    """The concepts of EuroVoc, with their labels in French, Dutch, German and English.

    The edition is what the file's scheme says in owl:versionInfo, save one is given.
    Labels of a concept that another replaced become former labels of that one. One
    pass: memory holds what is kept, not the file. Raises AuthorityError for a file
    that cannot be read, has no concept of EuroVoc's, or does not say its edition.
    """
    reading = _Reading({}, {})
    for quad in read_triples(file):
        _take(quad, reading)
    concepts = tuple(_concepts(reading.drafts))
    if not concepts:
        raise AuthorityError(
            "has no concept of EuroVoc with a label", file=file, remedy="give its SKOS file"
        )
    return Vocabulary(edition or _edition(reading, file), concepts)


def _take(quad: Quad, reading: _Reading) -> None:
    subject, predicate, stated = quad.subject, quad.predicate.value, quad.object
    if not isinstance(subject, NamedNode) or not subject.value.startswith(EUROVOC):
        return
    key = subject.value.removeprefix(EUROVOC)
    if isinstance(stated, Literal):
        _take_literal(key, predicate, stated, reading)
    elif isinstance(stated, NamedNode):
        _take_node(key, predicate, stated.value, reading)


def _take_literal(key: str, predicate: str, stated: Literal, reading: _Reading) -> None:
    label = " ".join(stated.value.split())
    if predicate in _RANKS:
        if stated.language in LANGUAGES and label:
            found = ConceptLabel(_RANKS[predicate], stated.language, label)
            reading.of(key).labels.add(found)
    elif predicate == _NOTATION and label:
        reading.of(key).notations.add(label)
    elif predicate == _EDITION and label:
        reading.editions[key] = label


def _take_node(key: str, predicate: str, stated: str, reading: _Reading) -> None:
    if predicate == _TYPE:
        if stated == f"{_SKOS}Concept":
            reading.of(key).is_concept = True
    elif predicate in _TO_NODES and stated.startswith(EUROVOC):
        other = stated.removeprefix(EUROVOC)
        relation = _TO_NODES[predicate]
        if relation == "broader":
            reading.of(key).broader.add(other)
        elif relation == "narrower":
            reading.of(other).broader.add(key)
        else:
            reading.of(key).replaced_by.add(other)


def _concepts(drafts: dict[str, _Draft]) -> Iterator[VocabularyConcept]:
    former: dict[str, set[ConceptLabel]] = {}
    for draft in drafts.values():
        for successor in draft.replaced_by:
            older = {ConceptLabel(_HIDDEN, it.language, it.label) for it in draft.labels}
            former.setdefault(successor, set()).update(older)
    for key, draft in sorted(drafts.items()):
        if draft.is_concept and draft.labels and not draft.replaced_by:
            labels = draft.labels | former.get(key, set())
            broader = (other for other in draft.broader if _is_live(drafts.get(other)))
            yield VocabularyConcept(
                key,
                tuple(sorted(_once(labels))),
                tuple(sorted(broader)),
                tuple(sorted(draft.notations)),
            )


def _is_live(draft: _Draft | None) -> bool:
    return draft is not None and draft.is_concept and not draft.replaced_by


def _once(labels: Iterable[ConceptLabel]) -> Iterator[ConceptLabel]:
    """Each label of a language once, by its best rank: SKOS keeps the kinds of labels apart."""
    known: set[tuple[str, str]] = set()
    for label in sorted(labels):
        if (label.language, label.label) not in known:
            known.add((label.language, label.label))
            yield label


def _edition(reading: _Reading, file: Path) -> str:
    found = reading.editions.get(SCHEME.removeprefix(EUROVOC))
    if found is None and len(set(reading.editions.values())) == 1:
        found = next(iter(reading.editions.values()))
    if found is None:
        raise AuthorityError(
            "does not say its edition (owl:versionInfo)", file=file, remedy="give it with --edition"
        )
    return found
