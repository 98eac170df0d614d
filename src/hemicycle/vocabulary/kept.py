"""A vocabulary's concepts to N-Quads in an authority folder, where builds find them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from hemicycle.errors import AuthorityError
from hemicycle.mint import Mint
from hemicycle.vocabulary.eurovoc import EUROVOC, LANGUAGES, SCHEME, Vocabulary, VocabularyConcept

VOCABULARY_FILE = "eurovoc.nq"
GRAPH = "eurovoc"
"""The named graph that holds it, below `graph/`."""

_RIGHTS = "© European Union, Publications Office"
_NAMING = tuple(NamedNode(name) for name in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel))
_EDITION = NamedNode(OWL.versionInfo)
_TYPE, _IN_SCHEME = NamedNode(RDF.type), NamedNode(SKOS.inScheme)


def vocabulary_files(folders: Iterable[Path]) -> list[Path]:
    """The vocabularies of some authority folders, those of each in the order of their names."""
    return [file for folder in folders for file in sorted(folder.glob("*.nq"))]


def edition_of(file: Path) -> str:
    """The edition of a vocabulary that `write_vocabulary` wrote.

    Raises AuthorityError for a file that cannot be read or does not say it.
    """
    try:
        for quad in parse(path=file, format=RdfFormat.N_QUADS):
            if quad.predicate == _EDITION and isinstance(quad.object, Literal):
                return quad.object.value
    except (OSError, SyntaxError) as error:
        raise AuthorityError(f"cannot be read ({error})", file=file) from error
    raise AuthorityError(
        "does not say its edition", file=file, remedy="make it with `hemicycle vocabulary`"
    )


def write_vocabulary(vocabulary: Vocabulary, folder: Path) -> Path:
    """Write EuroVoc into an authority folder, which may be new, in the place of an older edition.

    The same concepts give the same bytes. Raises AuthorityError where it cannot be written;
    then an older edition still stands.
    """
    file = folder / VOCABULARY_FILE
    unfinished = folder / f".{VOCABULARY_FILE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        serialize(_quads(vocabulary, Mint()), unfinished, RdfFormat.N_QUADS)
        unfinished.replace(file)
    except OSError as error:
        problem = f"cannot be written ({error.strerror or error})"
        raise AuthorityError(problem, file=file, remedy="give another folder") from error
    return file


def _quads(vocabulary: Vocabulary, mint: Mint) -> Iterator[Quad]:
    graph = mint.graph(GRAPH)
    scheme = mint.thing("concept-scheme/eurovoc")
    for predicate, stated in _of_scheme(vocabulary):
        yield Quad(scheme, predicate, stated, graph)
    for concept in vocabulary.concepts:
        node = mint.thing(f"concept/{concept.key}")
        yield Quad(node, _IN_SCHEME, scheme, graph)
        for predicate, stated in _of_concept(concept, mint):
            yield Quad(node, predicate, stated, graph)


def _of_scheme(vocabulary: Vocabulary) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield _TYPE, NamedNode(SKOS.ConceptScheme)
    for language in LANGUAGES:
        yield _NAMING[0], Literal("EuroVoc", language=language)
    yield _EDITION, Literal(vocabulary.edition)
    yield NamedNode(DCTERMS.source), NamedNode(SCHEME)
    yield NamedNode(DCTERMS.rights), Literal(_RIGHTS, language="en")


def _of_concept(
    concept: VocabularyConcept, mint: Mint
) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield _TYPE, NamedNode(SKOS.Concept)
    for label in concept.labels:
        yield _NAMING[label.rank], Literal(label.label, language=label.language)
    for notation in concept.notations:
        yield NamedNode(SKOS.notation), Literal(notation)
    for broader in concept.broader:
        yield NamedNode(SKOS.broader), mint.thing(f"concept/{broader}")
    yield NamedNode(SKOS.exactMatch), NamedNode(f"{EUROVOC}{concept.key}")
