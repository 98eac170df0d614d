"""Findings to triples: what is odd or not linked, for a person to look at."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from hemicycle.links import Finding, Linked
from hemicycle.mint import Mint
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def finding_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What this page gives to look at; a finding about no node is about the page."""
    key = linked.record.source.key
    page = mint.thing(f"text/{key}")
    for finding in linked.findings:
        node = mint.thing(finding_path(key, finding))
        about = page if finding.about is None else mint.thing(finding.about)
        yield node, terms.TYPE, terms.FINDING
        yield node, terms.FINDING_KIND, mint.thing(f"finding-kind/{finding.kind}")
        yield node, terms.SUBJECT, about
        yield node, terms.WORDS, terms.text(finding.words)
        yield node, terms.SOURCE, page
        if finding.start is not None:
            yield node, terms.START, terms.integer(finding.start)
        if finding.end is not None:
            yield node, terms.END, terms.integer(finding.end)


def finding_path(page_key: str, finding: Finding) -> str:
    """The path of a finding: named by its page, kind, subject, words and place.

    >>> finding_path("0123456789abcdef", Finding(kind="unknown-event", about=None, words="Retrait"))
    'finding/unknown-event-10f839bdf91b825c'
    """
    named_by = (page_key, finding.kind, finding.about, finding.words, finding.start)
    digest = sha256(msgspec.json.encode(named_by)).hexdigest()
    return f"finding/{finding.kind}-{digest[:16]}"
