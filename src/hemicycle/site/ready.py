"""What a site makes once for a build, to a file of that build, and back: a server has it at once.

Without the file, or with one of another build or form, the site makes all of it again.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from hemicycle.errors import HemicycleError
from hemicycle.manifest import READY_FILE, read_manifest
from hemicycle.opened import OpenBuild
from hemicycle.site.addresses import Addresses
from hemicycle.site.answer_days import AnswerDay, answer_days
from hemicycle.site.data import SiteData
from hemicycle.site.family_list import FamilyLine, family_lines
from hemicycle.site.finding_index import finding_counts
from hemicycle.site.lines import Line
from hemicycle.site.overview import Overview, overview
from hemicycle.site.page_addresses import things_with_pages
from hemicycle.site.spoken import FirstClaim, Section, first_claims, spoken

FORM = 1
"""The version of the form of the file; a file of another is left aside."""


class Column(Struct, frozen=True, array_like=True):
    """One field of many records: its values, each once, and which of them each record has."""

    values: tuple[str | int | None, ...]
    places: tuple[int, ...]


class Ready(Struct, frozen=True, array_like=True):
    """What the file holds; `lines` has a column for each field of the overview's lines."""

    form: int
    lines: tuple[Column, ...]
    tied: dict[str, dict[str, tuple[int, ...]]]
    to_several: tuple[str, ...]
    families: tuple[FamilyLine, ...]
    days: dict[str, AnswerDay]
    spoken: dict[str, tuple[Section, ...]]
    claims: dict[str, dict[str, FirstClaim]]
    findings: dict[str, dict[str, int]]
    things: tuple[str, ...]


def ready_bytes(build: OpenBuild) -> bytes:
    """The file of a build, made of its store and, where it has one, its table of questions.

    The same build gives the same bytes.
    """
    site = SiteData(build, Addresses())
    known = site.once(overview)
    made = Ready(
        form=FORM,
        lines=tuple(_column([getattr(line, name) for line in known.lines])
                    for name in Line.__struct_fields__),
        tied={curie: {thing: tuple(places) for thing, places in tied.items()}
              for curie, tied in known.tied.items()},
        to_several=tuple(sorted(known.to_several)),
        families=site.once(family_lines),
        days=dict(site.once(answer_days)),
        spoken=dict(site.once(spoken)),
        claims={service: dict(each) for service, each in site.once(first_claims).items()},
        findings={kind: dict(each) for kind, each in site.once(finding_counts).items()},
        things=site.once(things_with_pages),
    )  # fmt: skip
    return msgspec.msgpack.encode(made, order="sorted")


def ready_values(site: SiteData) -> Mapping[Callable[[SiteData], object], object]:
    """What the file of a build gives in place of what `site.once` would make; often nothing."""
    found = _read(site.build)
    if found is None:
        return {}
    columns = [[each.values[place] for place in each.places] for each in found.lines]
    lines = msgspec.convert(tuple(zip(*columns, strict=True)), type=tuple[Line, ...])
    values: dict[Callable[[SiteData], object], object] = {
        overview: Overview(lines, found.tied, frozenset(found.to_several)),
        family_lines: found.families,
        answer_days: found.days,
        spoken: found.spoken,
        first_claims: found.claims,
        finding_counts: found.findings,
    }
    if not site.addresses.folders:  # plain files have pages of other things too
        values[things_with_pages] = found.things
    return values


def _read(build: OpenBuild) -> Ready | None:
    """The file, if it is the one that the build wrote, and of our form."""
    try:
        listed = {facts.name: facts.sha256 for facts in read_manifest(build.folder).files}
        content = (build.folder / READY_FILE).read_bytes()
        if sha256(content).hexdigest() != listed.get(READY_FILE):
            return None
        found = msgspec.msgpack.decode(content, type=Ready)
    except (HemicycleError, OSError, msgspec.DecodeError):
        return None
    return found if found.form == FORM else None


def _column(values: Sequence[str | int | None]) -> Column:
    places: dict[str | int | None, int] = {}
    found = tuple(places.setdefault(value, len(places)) for value in values)
    return Column(tuple(places), found)
