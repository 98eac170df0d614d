"""What an answer denies or plans to the statements of the graph."""

from collections.abc import Iterator, Sequence

from hemicycle.link.authority import Authority
from hemicycle.link.candidates import Candidate
from hemicycle.link.denials import find_statements
from hemicycle.link.owners import attribute
from hemicycle.link.readings import Reading
from hemicycle.links import AccountStatement


def link_statements(
    readings: Sequence[Reading], page_key: str, authority: Authority
) -> Iterator[AccountStatement]:
    """Each statement with the service that makes it, as far as the sentence tells."""
    for reading in readings:
        passage = reading.passage
        for said in find_statements(passage, reading.phrases):
            place = Candidate(
                start=said.at, end=said.at, platform=said.platform, kind="", rule="statement"
            )
            owner = attribute(passage, place, authority)
            start = passage.start + said.start
            yield AccountStatement(
                path=f"account-statement/{page_key}-{start}-{said.platform}",
                service=None if owner is None else owner.service,
                platform=said.platform,
                stance=said.stance,
                within=passage.within,
                start=start,
                end=passage.start + said.end,
            )
