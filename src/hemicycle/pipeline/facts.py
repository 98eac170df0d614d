"""Authority files to the facts of a build: what pages do not say, without what is taken down."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import NamedNode, Quad, Store

from hemicycle.assets import authority_files
from hemicycle.link import Authority, load_authority
from hemicycle.mint import Mint
from hemicycle.pipeline.settings import Settings
from hemicycle.take_down import TakeDown, read_take_down
from hemicycle.triples import authority_quads, used_concepts, vocabulary_quads
from hemicycle.vocabulary import vocabulary_files
from hemicycle.withheld import quads_without


@lru_cache(maxsize=1)
def linking_authority(settings: Settings) -> Authority:
    """What names are linked by; a process reads it once."""
    vocabularies = vocabulary_files(settings.authority)
    return load_authority([*authority_files(settings.authority), *vocabularies], settings.base)


@lru_cache(maxsize=1)
def taken_down(settings: Settings) -> TakeDown:
    """What may stand in no output; a process reads it once."""
    return read_take_down(settings.authority)


def known_facts(settings: Settings, mint: Mint) -> list[Quad]:
    """graph/authority."""
    quads = authority_quads(authority_files(settings.authority), mint)
    return list(quads_without(quads, taken_down(settings), mint))


def vocabulary_facts(
    settings: Settings, store: Store, known: Iterable[Quad], mint: Mint
) -> Iterator[Quad]:
    """graph/eurovoc: the concepts that pages and authority use, and those above them."""
    files = vocabulary_files(settings.authority)
    if not files:
        return
    quads = list(known)
    used = used_concepts(store, mint) | set(_concepts(quads, mint))
    yield from quads_without(vocabulary_quads(files, used, quads, mint), taken_down(settings), mint)


def _concepts(quads: Iterable[Quad], mint: Mint) -> Iterator[str]:
    for quad in quads:
        path = mint.path(quad.subject.value) if isinstance(quad.subject, NamedNode) else None
        if path is not None and path.startswith("concept/"):
            yield path
