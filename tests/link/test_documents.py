"""The two real documents, read, parsed and linked with the authority files of the project."""

import json
from functools import lru_cache
from pathlib import Path

import pytest

from hemicycle.assets import asset
from hemicycle.link import Authority, link, load_authority
from hemicycle.links import Linked, Mention
from hemicycle.parse import parse
from hemicycle.read import read_bytes

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "documents"
NAMES = ("5-8906.web.fr", "5-8910.bilingual-print")


@lru_cache(maxsize=1)
def authority() -> Authority:
    return load_authority(sorted(asset("ontology/authority").glob("*.ttl")))


def linked_document(name: str) -> tuple[Linked, str]:
    file = SAMPLES / f"{name}.txt"
    page = read_bytes(file.read_bytes(), file=file.name)
    return link(parse(page), page.text, authority()), page.text


def as_told(linked: Linked) -> dict[str, object]:
    return {
        "question": linked.question,
        "asker": linked.asker,
        "party": linked.party,
        "posts": list(linked.posts),
        "concepts": [list(paths) for paths in linked.concepts],
        "section_services": linked.section_services,
        "accounts": [
            {
                "path": account.path,
                "platform": account.platform,
                "kind": account.kind,
                "handle": account.handle,
                "name": account.name,
                "url": account.url,
            }
            for account in linked.accounts
        ],
        "account_mentions": [
            account_mention(mention) for mention in linked.mentions if mention.kind == "account"
        ],
        "services": in_texts(linked, "service"),
        "platforms": in_texts(linked, "platform"),
        "head": [
            [mention.kind, mention.body, mention.exact, mention.rule]
            for mention in linked.mentions
            if mention.stance is None
        ],
        "statements": [statement.path for statement in linked.statements],
        "local_nodes": [
            [node.path, [list(label) for label in node.labels]] for node in linked.local_nodes
        ],
        "findings": [[found.kind, found.about, found.words] for found in linked.findings],
    }


def account_mention(mention: Mention) -> dict[str, object]:
    owner = mention.attribution
    return {
        "exact": mention.exact,
        "account": mention.body,
        "within": mention.within,
        "stance": mention.stance,
        "rule": mention.rule,
        "basis": mention.basis,
        "owner": None if owner is None else [owner.service, owner.role, owner.basis],
        "languages": list(mention.languages),
    }


def in_texts(linked: Linked, kind: str) -> list[list[str | None]]:
    return [
        [mention.within, mention.exact, mention.body]
        for mention in linked.mentions
        if mention.kind == kind
    ]


@pytest.mark.parametrize("name", NAMES)
def test_document(name: str) -> None:
    expected = json.loads((HERE / "documents" / name / "expected.json").read_text("utf-8"))
    linked, text = linked_document(name)
    assert as_told(linked) == expected
    assert all(mention.exact == text[mention.start : mention.end] for mention in linked.mentions)
    assert all(mention.exact == mention.exact.strip() for mention in linked.mentions)


def test_the_two_documents_name_twenty_accounts() -> None:
    found = [linked_document(name)[0] for name in NAMES]
    assert len({account.path for linked in found for account in linked.accounts}) == 20
    claimed = {
        mention.body
        for linked in found
        for mention in linked.mentions
        if mention.kind == "account" and mention.stance == "claimed"
    }
    assert len(claimed) == 17
