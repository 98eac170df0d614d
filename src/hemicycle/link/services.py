"""The texts of a page to the services and platforms they name."""

from collections.abc import Iterator, Sequence

from hemicycle.link.found import Found
from hemicycle.link.passages import Passage
from hemicycle.link.places import Hit
from hemicycle.links import Finding, LocalNode, Mention


def link_services(passages: Sequence[Passage]) -> Found:
    """Every place where a passage names a known service or platform.

    « SPF … » with a name that no authority file has is a local service, and a
    finding once a page.
    """
    mentions = [mention for passage in passages for mention in _mentions(passage)]
    nodes = []
    unknown: dict[str, Finding] = {}
    for passage in passages:
        for hit in passage.services.hits:
            if hit.is_local:
                nodes.append(_node(passage, hit))
                unknown.setdefault(hit.path, _finding(passage, hit))
    return Found(
        mentions=tuple(mentions), local_nodes=tuple(nodes), findings=tuple(unknown.values())
    )


def _mentions(passage: Passage) -> Iterator[Mention]:
    for kind, hits in (("service", passage.services.hits), ("platform", passage.platforms.hits)):
        for hit in hits:
            yield Mention(
                kind=kind,
                body=hit.path,
                start=passage.start + hit.start,
                end=passage.start + hit.end,
                exact=passage.text[hit.start : hit.end],
                rule="unknown-name" if hit.is_local else "name",
                basis="printed",
                stance=passage.stance,
                within=passage.within,
            )


def _node(passage: Passage, hit: Hit) -> LocalNode:
    language = hit.path.removeprefix("service/")[:2]
    return LocalNode(hit.path, ((language, passage.text[hit.start : hit.end]),))


def _finding(passage: Passage, hit: Hit) -> Finding:
    return Finding(
        kind="unknown-service",
        about=hit.path,
        words=passage.text[hit.start : hit.end],
        start=passage.start + hit.start,
        end=passage.start + hit.end,
    )
