"""Short questions and answers to the services, platforms and accounts that a reader would note."""

import json
import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from hemicycle.link import Authority, link, load_authority
from hemicycle.links import Linked, Mention
from hemicycle.page import Source
from hemicycle.records import Answer, Part, PartedText, Record, Section, Text

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").glob("*/*.txt"))
PART = re.compile(r"^\d+\) ", re.MULTILINE)


@lru_cache(maxsize=1)
def authority() -> Authority:
    return load_authority(sorted((HERE / "authority").glob("*.ttl")))


def record_of(text: str, role: str, language: str, on: date) -> Record:
    parts = tuple(
        Part(found.group().strip(), (), text[found.end() :], found.end(), len(text))
        for found in PART.finditer(text)
    )
    parted = PartedText(text, 0, len(text), parts)
    whole = Text(text, 0, len(text))
    answer = Answer(on, {language: whole}, (Section({}, {language: whole}, {language: parts}),))
    is_question = role == "question"
    return Record(
        question="5-1",
        layout="web",
        languages=(language,),
        session=None,
        asked_on=on,
        original_language=None,
        asker=None,
        addressee={},
        title={},
        keywords=(),
        events=(),
        answer_deadline=None,
        relations=(),
        question_text={language: parted} if is_question else {},
        answers=() if is_question else (answer,),
        printed_status=None,
        bulletin=None,
        spans={},
        source=Source(file="a.txt", url=None, retrieved_at=None, sha256="0" * 64, encoding="utf-8"),
        unread=(),
    )


def told(linked: Linked, text: str) -> dict[str, object]:
    """What a careful reader would check, with the words of the page and not their places."""
    accounts = {account.path: account for account in linked.accounts}
    return {
        "accounts": [
            {
                "words": mention.exact,
                "account": mention.body.removeprefix("account/"),
                "handle": accounts[mention.body].handle,
                "name": accounts[mention.body].name,
                "url": accounts[mention.body].url,
                "rule": mention.rule,
                "basis": mention.basis,
                "stance": mention.stance,
                "owner": owner_of(mention),
                "languages": list(mention.languages),
            }
            for mention in linked.mentions
            if mention.kind == "account"
        ],
        "services": named(linked, "service"),
        "platforms": named(linked, "platform"),
        "statements": [
            [said.stance, said.platform, said.service, text[said.start : said.end]]
            for said in linked.statements
        ],
        "findings": [[finding.kind, finding.words] for finding in linked.findings],
    }


def owner_of(mention: Mention) -> str | None:
    if mention.attribution is None:
        return None
    owner = mention.attribution
    return f"{owner.service.removeprefix('service/')} {owner.role} {owner.basis}"


def named(linked: Linked, kind: str) -> list[list[str]]:
    return [
        [mention.exact, mention.body.removeprefix(f"{kind}/")]
        for mention in linked.mentions
        if mention.kind == kind
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}")
def test_case(path: Path) -> None:
    role, language = path.stem.split(".")
    expected = json.loads((path.parent / "expected.json").read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8").rstrip("\n")
    on = date.fromisoformat(expected.pop("on", "2013-07-15"))
    linked = link(record_of(text, role, language, on), text, authority())
    assert told(linked, text) == expected
    assert all(mention.exact == text[mention.start : mention.end] for mention in linked.mentions)


def test_every_case_is_whole() -> None:
    folders = {path for path in (HERE / "cases").iterdir() if path.is_dir()}
    assert folders == {path.parent for path in CASES}
    assert all((folder / "expected.json").exists() for folder in folders)
