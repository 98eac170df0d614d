"""An IRI to the sentences that a fact comes from, and to the rules behind what is inferred."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from pyoxigraph import NamedNode, Store

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.query import (
    Rows,
    Term,
    Texts,
    internal_query,
    plain,
    resolve_iri,
    run_query,
    shorten,
)
from hemicycle.why_parts import PartPlace, mentions_within, part_places
from hemicycle.why_rules import Inference, inferences


class Owner(Struct, frozen=True):
    """Whose account a sentence makes it: the service, `holder` or `spokesperson`, and the basis."""

    service: str
    role: str
    basis: str


class Sentence(Struct, frozen=True, kw_only=True):
    """One place in a page, and the sentence it stands in.

    `kind` says what is named there, `body` which thing, `rule` what read it, `basis`
    and `stance` are codes, None where the graph gives none. `key` names the page,
    `file` its file; `exact == text[start:end]`, in code points; `line` counts from 1.
    `owner` is given for accounts, as far as the sentence or its place tells.
    """

    kind: str
    body: str
    rule: str | None
    basis: str | None
    stance: str | None
    file: str | None
    key: str
    start: int
    end: int
    exact: str
    quote: str
    line: int
    owner: Owner | None = None


class Explanation(Struct, frozen=True):
    """Why the graph says what it says of a thing.

    `graphs` are the named graphs that describe it (`page/…`, `authority`, `local`,
    `inferred`); none at all for a thing that is not there.
    """

    iri: str
    graphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    inferences: tuple[Inference, ...]


def explain(store: Store, texts: Path, iri: str, mint: Mint) -> Explanation:
    """What pages and rules say of a thing.

    `iri` is full, a CURIE or a path (`account/twitter-profile-fodwerk`); `texts` is
    the folder of page texts. For a family the sentences are the lines that tie its
    questions together; for an answer, a section or a part also what lies in it.

    Raises QueryError for what is no IRI, ReadError where a page's text is missing.
    """
    thing = resolve_iri(iri, mint)
    graphs = (plain(row[0]) for row in _rows(store, "why-graphs", mint, thing=thing.value))
    sentences = _sentences(store, thing, Texts(texts), mint)
    return Explanation(
        iri=thing.value,
        graphs=tuple(graph.removeprefix(mint.graph("").value) for graph in graphs),
        sentences=tuple(sorted(sentences, key=_in_reading_order)),
        inferences=tuple(inferences(store, thing, mint)),
    )


def _rows(
    store: Store, name: str, mint: Mint, **bindings: str
) -> tuple[tuple[Term | None, ...], ...]:
    found = run_query(store, internal_query(f"internal/{name}"), mint, bindings)
    if not isinstance(found, Rows):
        raise QueryError(f"query {name} has no rows")
    return found.rows


def _sentences(store: Store, thing: NamedNode, pages: Texts, mint: Mint) -> Iterator[Sentence]:
    mentions = [plain(row[0]) for row in _rows(store, "why-mentions", mint, thing=thing.value)]
    for place in part_places(store, thing.value, pages, mint):
        mentions += mentions_within(store, place, mint)
        yield _part(thing, place, pages, mint)
    for mention in dict.fromkeys(mentions):
        for row in _rows(store, "why-mention", mint, mention=mention):
            yield _sentence(row, pages, mint)


def _part(thing: NamedNode, place: PartPlace, pages: Texts, mint: Mint) -> Sentence:
    passage = pages.passage(place.key, place.start, place.end)
    body = _short(thing, mint)
    return Sentence(
        kind=body.partition("/")[0],
        body=body,
        rule="numbered-part",
        basis="printed",
        stance=None,
        file=place.file,
        key=place.key,
        start=place.start,
        end=place.end,
        exact=place.words,
        quote=passage.sentence,
        line=passage.line,
    )


def _in_reading_order(sentence: Sentence) -> tuple[str, str, int, int, str, str]:
    place = (sentence.file or "", sentence.key, sentence.start, sentence.end)
    return (*place, sentence.kind, sentence.body)


def _sentence(row: tuple[Term | None, ...], pages: Texts, mint: Mint) -> Sentence:
    kind, body, rule, basis, stance, file, source, start, end, exact, *owner = row
    key = _code(source) or ""
    first, last = int(plain(start)), int(plain(end))
    passage = pages.passage(key, first, last)
    return Sentence(
        kind=plain(kind),
        body=_short(body, mint),
        rule=plain(rule) or None,
        basis=_code(basis),
        stance=_code(stance),
        file=plain(file) or None,
        key=key,
        start=first,
        end=last,
        exact=plain(exact),
        quote=passage.sentence,
        line=passage.line,
        owner=_owner(owner, mint),
    )


def _owner(cells: Sequence[Term | None], mint: Mint) -> Owner | None:
    service, role, basis = cells
    code, how = _code(role), _code(basis)
    return None if code is None or how is None else Owner(_short(service, mint), code, how)


def _short(term: Term | None, mint: Mint) -> str:
    return shorten(term.value, mint) if isinstance(term, NamedNode) else plain(term)


def _code(term: Term | None) -> str | None:
    """The last part of an IRI: the name of a code, or a page's key."""
    return term.value.rpartition("/")[2] if isinstance(term, NamedNode) else None
