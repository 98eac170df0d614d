"""Pages, links and authority quads to the same without names and accounts that are taken down.

What is listed gets no node, no mention and no statement; its words are covered in the text,
in the record and in quotes, sign for sign.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, Quad

from hemicycle.links import Linked, Mention
from hemicycle.mint import Mint
from hemicycle.take_down import MARK, TakeDown

_WHOLE = ("membership", "correction")
"""Nodes of authority files that are nothing without the person they are about."""


class Withheld(Struct, frozen=True):
    """A page's text and links without what is listed; the record lies in the links."""

    text: str
    linked: Linked


def withhold(text: str, linked: Linked, listed: TakeDown) -> Withheld:
    """One page's text and links without anything that is listed.

    What stands in the text, in the record, in quotes and in labels is covered; persons,
    accounts and other nodes whose name or path has it are gone, with all that was said of
    them. Gives what it got where nothing listed occurs. `text == page[start:end]` holds for
    the covered text.
    """
    if not listed.listed:
        return Withheld(text, linked)
    covered = listed.covered(text)
    gone = _gone(linked, listed)
    if covered == text and not gone and not listed.finds(_printed(linked)):
        return Withheld(text, linked)
    return Withheld(covered, _without(linked, covered, listed, gone))


def _printed(linked: Linked) -> str:
    return msgspec.json.encode(linked).decode("utf-8")


def _gone(linked: Linked, listed: TakeDown) -> frozenset[str]:
    """The paths of what is listed: by path, by label, by handle, name and address, by words."""
    paths = {mention.body for mention in linked.mentions if _is_of(mention, listed)}
    for account in linked.accounts:
        named = (account.path, account.handle, account.name, account.url)
        if any(words is not None and listed.finds(words) for words in named):
            paths.add(account.path)
    for node in linked.local_nodes:
        if any(listed.finds(label) for _, label in node.labels):
            paths.add(node.path)
    several = (linked.asker, linked.party, *linked.posts, *linked.section_services.values())
    everything = (*several, *(path for paths in linked.concepts for path in paths))
    return frozenset(
        paths | {path for path in everything if path is not None and listed.finds(path)}
    )


def _is_of(mention: Mention, listed: TakeDown) -> bool:
    """Whether a mention is of what is listed: by its node, or by the words that name it."""
    by_words = mention.kind in ("account", "person") and listed.finds(mention.exact)
    return by_words or listed.finds(mention.body)


def _without(linked: Linked, text: str, listed: TakeDown, gone: frozenset[str]) -> Linked:
    def is_kept(path: str | None) -> bool:
        return path is None or (path not in gone and not listed.finds(path))

    mentions = tuple(
        replace(mention, exact=text[mention.start : mention.end])
        for mention in linked.mentions
        if is_kept(mention.body)
        and is_kept(None if mention.attribution is None else mention.attribution.service)
    )
    source = linked.record.source
    mended = tuple(repair for repair in source.repairs if text[repair.start] != MARK)
    record = replace(linked.record, source=replace(source, repairs=mended))
    services = linked.section_services
    return Linked(
        record=_covered(record, text, listed),
        question=linked.question,
        asker=linked.asker if is_kept(linked.asker) else None,
        party=linked.party if is_kept(linked.party) else None,
        posts=tuple(path for path in linked.posts if is_kept(path)),
        concepts=tuple(tuple(filter(is_kept, paths)) for paths in linked.concepts),
        section_services={place: path for place, path in services.items() if is_kept(path)},
        mentions=mentions,
        accounts=tuple(account for account in linked.accounts if is_kept(account.path)),
        statements=tuple(
            said for said in linked.statements if is_kept(said.path) and is_kept(said.service)
        ),
        local_nodes=tuple(node for node in linked.local_nodes if is_kept(node.path)),
        findings=tuple(
            replace(finding, words=listed.covered(finding.words))
            for finding in linked.findings
            if is_kept(finding.about)
        ),
    )


def _covered(value: Any, text: str, listed: TakeDown) -> Any:
    """A record, or a part of one, with all its words covered; stretches of the page anew."""
    if isinstance(value, str):
        return listed.covered(value)
    if isinstance(value, tuple):
        return tuple(_covered(part, text, listed) for part in value)
    if isinstance(value, dict):
        return {key: _covered(part, text, listed) for key, part in value.items()}
    if not isinstance(value, Struct):
        return value
    fields = {name: getattr(value, name) for name in value.__struct_fields__}
    changed = {name: _covered(part, text, listed) for name, part in fields.items()}
    if {"text", "start", "end"} <= changed.keys():
        changed["text"] = text[changed["start"] : changed["end"]]
    return replace(value, **changed)


def quads_without(quads: Iterable[Quad], listed: TakeDown, mint: Mint) -> Iterator[Quad]:
    """The quads of authority files and vocabularies, without what is listed.

    A person or an account is gone, with what was said of it and the memberships that were
    its own; elsewhere words are covered.
    """
    if not listed.listed:
        yield from quads
        return
    quads = list(quads)
    gone = {quad.subject for quad in quads if _names(quad, listed, mint)}
    gone |= {
        quad.subject
        for quad in quads
        if quad.object in gone and _kind(quad.subject, mint) in _WHOLE
    }
    for quad in quads:
        stated = quad.object
        if quad.subject in gone or stated in gone or _finds_iri(stated, listed):
            continue
        if isinstance(stated, Literal) and listed.finds(stated.value):
            words = listed.covered(stated.value)
            if stated.language is None:
                stated = Literal(words, datatype=stated.datatype)
            else:
                stated = Literal(words, language=stated.language)
        yield Quad(quad.subject, quad.predicate, stated, quad.graph_name)


def _names(quad: Quad, listed: TakeDown, mint: Mint) -> bool:
    """Whether a quad tells that its subject is listed: by path, or as the name of a person."""
    if _finds_iri(quad.subject, listed):
        return True
    is_name = quad.predicate.value.endswith(("/name", "#printedForm"))
    return is_name and isinstance(quad.object, Literal) and listed.finds(quad.object.value)


def _finds_iri(term: Any, listed: TakeDown) -> bool:
    return isinstance(term, NamedNode) and listed.finds(term.value)


def _kind(term: Any, mint: Mint) -> str:
    path = mint.path(term.value) if isinstance(term, NamedNode) else None
    return (path or "").partition("/")[0]
