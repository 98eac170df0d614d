"""What shapes find in some clusters to the lines of their pages where the fault stands."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from rdflib import URIRef

from hemicycle.links import Mention
from hemicycle.mint import Mint
from hemicycle.pipeline.given import Given
from hemicycle.pipeline.owners import Owners
from hemicycle.validate import Result, mention_kind, place_in_text


class _Said(Struct, frozen=True):
    """One mention, with the cluster and the key of its page."""

    cluster: int
    page: str
    mention: Mention


class Quoted:
    """The mentions of some clusters by what they name; `texts` is the folder of the texts."""

    def __init__(self, pages: Sequence[Given], owners: Owners, texts: Path, mint: Mint) -> None:
        self._owners, self._texts, self._mint = owners, texts, mint
        self._pages = pages
        self._by_body: dict[str, list[_Said]] | None = None

    def located(self, result: Result) -> Result:
        """The result with the line of a page of its cluster that says what is at fault.

        That of a mention of its value, else of its focus node: best one of the kind of the
        property, then one that quotes the value. Without any it stays as it is.
        """
        cluster = self._owners.of(str(result.focus))
        for node in (result.value, result.focus):
            path = self._mint.path(str(node)) if isinstance(node, URIRef) else None
            said = [one for one in self._mentions(path) if one.cluster == cluster]
            if said:
                best = max(said, key=lambda one: _fit(one, result))
                place = place_in_text(self._texts, best.page, best.mention.start)
                return replace(result, place=place)
        return result

    def _mentions(self, path: str | None) -> Sequence[_Said]:
        if path is None:
            return ()
        if self._by_body is None:  # few batches have anything to tell
            self._by_body = {}
            for page in self._pages:
                key = page.linked.record.source.key
                for mention in page.linked.mentions:
                    said = _Said(page.cluster, key, mention)
                    self._by_body.setdefault(mention.body, []).append(said)
        return self._by_body.get(path, ())


def _fit(said: _Said, result: Result) -> tuple[bool, bool, str, int]:
    """How well a mention fits; of equal ones the first of the page with the last key."""
    mention, kind = said.mention, mention_kind(result)
    return mention.kind == kind, mention.exact == str(result.value), said.page, -mention.start
