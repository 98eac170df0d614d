"""The passages of a page to the accounts they name, each with its mentions and owner."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.candidates import Candidate, canonical
from hemicycle.link.found import NOTHING, Found
from hemicycle.link.languages import languages_at
from hemicycle.link.owners import Owned, attribute
from hemicycle.link.passages import Passage
from hemicycle.link.readings import Reading, read_accounts
from hemicycle.link.statements import link_statements
from hemicycle.links import Account, Attribution, Finding, Mention
from hemicycle.mint import slug


class _Attributed(Struct, frozen=True):
    passage: Passage
    candidate: Candidate
    owned: Owned

    @property
    def owner(self) -> Attribution | None:
        return self.owned.attribution

    @property
    def service(self) -> str | None:
        return None if self.owner is None else self.owner.service

    @property
    def key(self) -> tuple[str, str, bool]:
        """Section, platform, and whether it is a group: what a second account would share."""
        candidate = self.candidate
        return self.passage.within, candidate.platform, candidate.kind == "group"


def link_accounts(
    passages: Sequence[Passage], question: str, page_key: str, authority: Authority
) -> Found:
    """The accounts that the passages of a page name, and what is said of those there are not.

    `question` is the key of the page's question; it names an account that has
    no handle, and no owner either.
    """
    readings = [read_accounts(passage) for passage in passages if passage.folded]
    if not readings:
        return NOTHING
    accounts: dict[str, Account] = {}
    mentions: list[Mention] = []
    for attributed in _worth_naming(readings, authority):
        candidate, owner = attributed.candidate, attributed.owner
        account = _account(candidate, owner, question)
        accounts.setdefault(account.path, account)
        mentions.append(_mention(attributed, account.path))
    return Found(
        mentions=tuple(mentions),
        accounts=tuple(accounts.values()),
        statements=tuple(link_statements(readings, page_key, authority)),
        findings=tuple(_without_owner(mentions)),
    )


def _worth_naming(readings: Sequence[Reading], authority: Authority) -> Iterator[_Attributed]:
    """All candidates but the unnamed ones that a handle or name of the same section tells."""
    found = [
        _Attributed(reading.passage, candidate, attribute(reading.passage, candidate, authority))
        for reading in readings
        for candidate in reading.candidates
    ]
    named: dict[tuple[str, str, bool], set[str | None]] = {}
    for attributed in found:
        if attributed.candidate.is_named and not attributed.owned.is_outside:
            named.setdefault(attributed.key, set()).add(attributed.service)
    for attributed in found:
        owners = named.get(attributed.key, set())
        is_told = bool(owners & {None, attributed.service}) or not attributed.service
        is_worth = not owners or not is_told
        if attributed.candidate.is_named or (is_worth and not attributed.owned.is_outside):
            yield attributed


def _account(candidate: Candidate, owner: Attribution | None, question: str) -> Account:
    if candidate.handle is not None:
        key = canonical(candidate.platform, candidate.handle)
    else:
        holder = question if owner is None else owner.service.partition("/")[2]
        key = f"{holder}-{'unnamed' if candidate.name is None else slug(candidate.name)}"
    return Account(
        path=f"account/{candidate.platform}-{candidate.kind}-{key}",
        platform=candidate.platform,
        kind=candidate.kind,
        handle=candidate.handle,
        name=candidate.name,
        url=candidate.url,
    )


def _mention(attributed: _Attributed, path: str) -> Mention:
    """The mention of an account; an answer claims none that it gives to others."""
    passage, candidate = attributed.passage, attributed.candidate
    return Mention(
        kind="account",
        body=path,
        start=passage.start + candidate.start,
        end=passage.start + candidate.end,
        exact=passage.text[candidate.start : candidate.end],
        rule=candidate.rule,
        basis=candidate.basis,
        stance="mentioned" if attributed.owned.is_outside else passage.stance,
        within=passage.within,
        attribution=attributed.owner,
        languages=languages_at(passage.text, candidate.start, candidate.end),
    )


def _without_owner(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """The first mention of each account that no mention gives to a service."""
    owned = {mention.body for mention in mentions if mention.attribution is not None}
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.body, mention)
    for path, mention in first.items():
        if path not in owned:
            yield Finding(
                kind="account-without-owner",
                about=path,
                words=mention.exact,
                start=mention.start,
                end=mention.end,
            )
