"""What an answer denies or plans to the statements of the graph."""

from collections.abc import Iterator, Sequence

from hemicycle.link.authority import Authority
from hemicycle.link.candidates import Candidate
from hemicycle.link.denials import find_statements
from hemicycle.link.owners import speakers
from hemicycle.link.passages import Passage
from hemicycle.link.readings import Reading
from hemicycle.link.said import Statement
from hemicycle.link.tables import denied_in_cells
from hemicycle.links import AccountStatement


def link_statements(
    readings: Sequence[Reading], page_key: str, authority: Authority
) -> Iterator[AccountStatement]:
    """Each statement with the services that make it, as far as the sentence tells.

    Its path says where its sentence starts and the platform; where that is not
    enough, also the service, or that it is a plan.
    """
    for reading in readings:
        passage = reading.passage
        denied: set[str] = set()
        for said in _said(reading):
            path = f"account-statement/{page_key}-{passage.start + said.start}-{said.platform}"
            if said.stance == "denied":
                denied.add(path)
            elif path in denied:
                path = f"{path}-planned"
            yield from _of_services(passage, said, path, authority)


def _said(reading: Reading) -> Iterator[Statement]:
    yield from find_statements(reading.passage, reading.phrases)
    if reading.passage.stance == "claimed":
        yield from denied_in_cells(reading.passage, reading.cells)


def _of_services(
    passage: Passage, said: Statement, path: str, authority: Authority
) -> Iterator[AccountStatement]:
    place = Candidate(start=said.at, end=said.at, platform=said.platform, kind="", rule="statement")
    services = speakers(passage, place, authority)
    if services is None:
        return
    for service in services or (None,):
        more = f"-{(service or '').partition('/')[2]}" if len(services) > 1 else ""
        yield AccountStatement(
            path=f"{path}{more}",
            service=service,
            platform=said.platform,
            stance=said.stance,
            within=passage.within,
            start=passage.start + said.start,
            end=passage.start + said.end,
        )
