"""Hits to text for people, and to JSON for programs."""

from collections.abc import Iterator, Sequence

import msgspec

from hemicycle.search.find import Hit


def hits_json(hits: Sequence[Hit]) -> str:
    """One JSON object a line, best first."""
    return "".join(f"{msgspec.json.encode(hit).decode()}\n" for hit in hits)


def hits_text(hits: Sequence[Hit]) -> str:
    """Two lines a hit: which text it is, and its words in their place."""
    return "".join(f"{line}\n" for hit in hits for line in _lines(hit))


def _lines(hit: Hit) -> Iterator[str]:
    asked = f"{hit.asker or '?'} ({hit.party})" if hit.party else hit.asker or "?"
    facts = (hit.question, f"{hit.field} {hit.language}", hit.asked_on or "", asked, hit.status)
    yield "  ".join(fact for fact in facts if fact)
    yield f"    {' '.join(hit.snippet.split())}"
