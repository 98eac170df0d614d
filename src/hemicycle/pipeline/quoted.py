"""What shapes find in some clusters to the lines of their pages where the fault stands."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from rdflib import URIRef

from hemicycle.links import Mention
from hemicycle.mint import Mint
from hemicycle.pipeline.given import Given
from hemicycle.pipeline.owners import Owners
from hemicycle.validate import Place, Result

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BEFORE_NAME = re.compile(r"[/#]")


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
                return replace(result, place=self._place(best))
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

    def _place(self, said: _Said) -> Place:
        file = self._texts / f"{said.page}.txt"
        # Offsets count code points of the text as it was read, its line ends \n.
        text = file.read_bytes().decode("utf-8")
        line = text.count("\n", 0, said.mention.start) + 1
        return Place(f"{self._texts.name}/{file.name}", line)


def _fit(said: _Said, result: Result) -> tuple[bool, bool, str, int]:
    """How well a mention fits; of equal ones the first of the page with the last key."""
    path = result.path or ""
    kind = _CAPITAL.sub("-", _BEFORE_NAME.split(path.strip("^<>"))[-1]).lower()
    mention = said.mention
    return mention.kind == kind, mention.exact == str(result.value), said.page, -mention.start
