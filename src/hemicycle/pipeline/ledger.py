"""What batches say to what the report and the index of words tell: counted, batch by batch.

A ledger of many batches is their sum, so what some of them gave can be taken away again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field
from pyoxigraph import Literal, NamedNode

from hemicycle.mint import Mint
from hemicycle.namespaces import HC
from hemicycle.pipeline.given import BatchTriples, Given
from hemicycle.summary import FindingCount, Summary
from hemicycle.triples import Triple

Counted = TypeVar("Counted")

_KIND, _WORDS, _SOURCE = (NamedNode(str(name)) for name in (HC.findingKind, HC.words, HC.source))
_STATUS = NamedNode(str(HC.status))


class Words(Struct, frozen=True, array_like=True, order=True):
    """A kind of finding with the words of pages, and their language; empty where there is none."""

    kind: str
    words: str
    language: str


class FoundIn(Struct, frozen=True, array_like=True):
    """A file that has a finding with some words."""

    words: Words
    file: str


class Ledger(Struct, frozen=True):
    """How often pages have findings, and in which files; how often they name each service.

    `statuses` are the codes of questions by their number.
    """

    findings: Counter[Words] = field(default_factory=Counter)
    files: Counter[FoundIn] = field(default_factory=Counter)
    services: Counter[str] = field(default_factory=Counter)
    statuses: dict[str, str] = field(default_factory=dict)

    def without(self, gone: "Ledger") -> "Ledger":
        """What is left without some of the batches."""
        return Ledger(
            _less(self.findings, gone.findings),
            _less(self.files, gone.files),
            _less(self.services, gone.services),
            {key: code for key, code in self.statuses.items() if key not in gone.statuses},
        )


def _less(counts: Counter[Counted], gone: Counter[Counted]) -> Counter[Counted]:
    """The difference; `counts - gone` would look at all of them, however few go."""
    left = counts.copy()
    left.subtract(gone)
    for key in gone:
        if left[key] <= 0:
            del left[key]
    return left


def added(*ledgers: Ledger) -> Ledger:
    """What several give together."""
    whole = Ledger()
    for one in ledgers:
        whole.findings.update(one.findings)
        whole.files.update(one.files)
        whole.services.update(one.services)
        whole.statuses.update(one.statuses)
    return whole


def batch_ledger(
    pages: Sequence[Given], sources: Mapping[str, Sequence[str]], found: BatchTriples, mint: Mint
) -> Ledger:
    """Count one batch; `sources` are the names of the files of each page, by its key."""
    ledger = findings_ledger(found.findings, sources, mint)
    for page in pages:
        ledger.services.update(
            mention.body for mention in page.linked.mentions if mention.kind == "service"
        )
    for cluster in found.clusters:
        ledger.statuses.update(_statuses(cluster.inferred, mint))
    return ledger


def findings_ledger(
    triples: Iterable[Triple], sources: Mapping[str, Sequence[str]], mint: Mint
) -> Ledger:
    """Count the findings of some triples; `sources` as for `batch_ledger`."""
    ledger = Ledger()
    files = {mint.thing(f"text/{key}").value: names for key, names in sources.items()}
    for words, names in _findings(triples, files):
        ledger.findings[words] += 1
        ledger.files.update(FoundIn(words, name) for name in names)
    return ledger


def _findings(
    triples: Iterable[Triple], files: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Words, set[str]]]:
    """The words of each finding, with the files of its pages."""
    said: dict[str, dict[NamedNode, list[NamedNode | Literal]]] = {}
    for subject, predicate, stated in triples:
        said.setdefault(subject.value, {}).setdefault(predicate, []).append(stated)
    for facts in said.values():
        names = {name for page in facts.get(_SOURCE, ()) for name in files.get(page.value, ())}
        for kind in facts[_KIND]:
            for words in dict.fromkeys(facts.get(_WORDS, [Literal("")])):
                language = words.language if isinstance(words, Literal) else None
                code = kind.value.rpartition("/")[2]
                yield Words(code, words.value, language or ""), names


def _statuses(inferred: Iterable[Triple], mint: Mint) -> Iterator[tuple[str, str]]:
    for subject, predicate, stated in inferred:
        if predicate == _STATUS:
            path = mint.path(subject.value) or ""
            yield path.partition("/")[2], stated.value.rpartition("/")[2]


def finding_rows(ledger: Ledger) -> tuple[FindingCount, ...]:
    """The findings by kind and words, most frequent first; the first file that has each."""
    examples: dict[Words, str] = {}
    for place in ledger.files:
        known = examples.get(place.words)
        if known is None or place.file < known:
            examples[place.words] = place.file
    rows = sorted(ledger.findings.items(), key=lambda row: (-row[1], row[0]))
    return tuple(
        FindingCount(words.kind, words.words, times, examples.get(words, ""))
        for words, times in rows
    )


def summary_of(ledger: Ledger, counts: Mapping[bytes, int], questions_read: int) -> Summary:
    """The counts of a build; `counts` are those of the classes in its merge (`count_lines`)."""

    def instances(name: str) -> int:
        return counts.get(f"a <{name}>".encode(), 0)

    return Summary(
        questions_known=instances(HC.WrittenQuestion),
        questions_read=questions_read,
        families=instances(HC.QuestionFamily),
        services=len(ledger.services),
        accounts=instances("http://xmlns.com/foaf/0.1/OnlineAccount"),
        findings=ledger.findings.total(),
    )
