"""Accounts and what a service says of having none to triples."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from hemicycle.links import Account, AccountStatement, Linked, Mention
from hemicycle.mint import Mint
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple

_ROLES = {"holder": terms.HELD_BY, "spokesperson": terms.SPOKESPERSON_OF}


def account_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What this page says of each account: its languages, and whose it is where that is printed."""
    mentions: dict[str, list[Mention]] = {}
    for mention in linked.mentions:
        if mention.kind == "account":
            mentions.setdefault(mention.body, []).append(mention)
    for path, places in mentions.items():
        for mention in places:
            yield from _said(mint.thing(path), mention, mint)


def _said(node: NamedNode, mention: Mention, mint: Mint) -> Iterator[Triple]:
    for language in mention.languages:
        yield node, terms.LANGUAGE, terms.language(language)
    attribution = mention.attribution
    if attribution is not None and attribution.basis == "printed":
        yield node, _ROLES[attribution.role], mint.thing(attribution.service)


def account_description(account: Account, mint: Mint) -> Iterator[Triple]:
    """What an account is, the same on every page that names it."""
    node = mint.thing(account.path)
    yield node, terms.TYPE, terms.ONLINE_ACCOUNT
    yield node, terms.PLATFORM, mint.thing(f"platform/{account.platform}")
    yield node, terms.ACCOUNT_KIND, mint.thing(f"account-kind/{account.kind}")
    if account.handle is not None:
        yield node, terms.ACCOUNT_NAME, terms.text(account.handle)
    if account.name is not None:
        yield node, terms.LABEL, terms.text(account.name)
    if account.url is not None:
        yield node, terms.PAGE, terms.address(account.url)


def statement_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What an answer says of accounts that a service has not, or not yet.

    A statement bears the day of the answer and the words that make it.
    """
    page = mint.thing(f"text/{linked.record.source.key}")
    for statement in linked.statements:
        node = mint.thing(statement.path)
        yield node, terms.TYPE, terms.ACCOUNT_STATEMENT
        yield node, terms.STANCE, mint.thing(f"stance/{statement.stance}")
        yield node, terms.PLATFORM, mint.thing(f"platform/{statement.platform}")
        if statement.service is not None:
            yield node, terms.ATTRIBUTED_TO, mint.thing(statement.service)
        yield node, terms.WITHIN, mint.thing(statement.within)
        yield node, terms.SOURCE, page
        yield node, terms.START, terms.integer(statement.start)
        yield node, terms.END, terms.integer(statement.end)
        yield from _quoted(node, statement, linked)


def _quoted(node: NamedNode, statement: AccountStatement, linked: Linked) -> Iterator[Triple]:
    """The statement's words, and the day of the answer that makes it."""
    for answer in linked.record.answers:
        for language, whole in answer.text.items():
            if whole.start <= statement.start and statement.end <= whole.end:
                words = whole.text[statement.start - whole.start : statement.end - whole.start]
                yield node, terms.TEXT, terms.text(words, language)
                if answer.received_on is not None:
                    yield node, terms.DATE, terms.date(answer.received_on)
