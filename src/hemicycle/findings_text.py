"""Counts of findings to lines of text: what to look at first, kind by kind."""

from collections.abc import Collection, Iterable, Iterator

from hemicycle.summary import FindingCount


def findings_text(
    counts: Iterable[FindingCount], kinds: Collection[str] = (), limit: int | None = None
) -> str:
    """What `hemicycle findings` prints: each kind with its words, the most frequent first.

    `kinds` are those to print, all when there are none; of each the first `limit` words, with
    how often they occur and one file that has them. The words are what an authority file has
    to say for them to be linked.
    """
    by_kind: dict[str, list[FindingCount]] = {}
    for count in counts:
        if not kinds or count.kind in kinds:
            by_kind.setdefault(count.kind, []).append(count)
    blocks = sorted(by_kind.values(), key=lambda block: (-_times(block), block[0].kind))
    return "\n\n".join("\n".join(_lines(block, limit)) for block in blocks)


def _times(block: Iterable[FindingCount]) -> int:
    return sum(count.times for count in block)


def _lines(block: list[FindingCount], limit: int | None) -> Iterator[str]:
    ordered = sorted(block, key=lambda count: (-count.times, count.words, count.example))
    yield f"{ordered[0].kind}: {_times(block)} ({len(block)} different)"
    for count in ordered[:limit]:
        yield f"{count.times:>6}  {count.line()}"
    if limit is not None and len(ordered) > limit:
        yield f"        and {len(ordered) - limit} more: --kind {ordered[0].kind} --limit 0"
