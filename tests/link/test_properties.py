"""What holds for every text: linking never fails, and each mention quotes its page."""

from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.link import Authority, link, load_authority
from hemicycle.link.addresses import find_addresses
from hemicycle.link.fold import fold, words
from hemicycle.link.sought import seek
from hemicycle.links import Linked
from hemicycle.page import Source
from hemicycle.records import Answer, PartedText, Record, Section, Text

HERE = Path(__file__).parent
PIECES = st.sampled_from(
    [
        *"@/.,:;()«»“”‘’'\"|\t\n -–&+_#?!",
        "SPF Emploi",
        "SPF",
        "FOD’s Justitie en Financiën",
        "Service public fédéral (SPF) Justice",
        "Facebook",
        "Twitter",
        "Twitteraccount",
        "LinkedIn",
        "groupe",
        "une page",
        "son compte",
        "een",
        "heeft",
        "dispose d'",
        "n'a pas de",
        "geen",
        "envisage d'ouvrir",
        "via",
        "sur",
        "op",
        "et",
        "ditzelfde medium",
        "@SPFJustice",
        "@spf_fin",
        "RT",
        "www.facebook.com/",
        "https://twitter.com/x",
        "http://x.hyves.nl",
        "info@selor.be",
        "(FR + NL)",
        "porte-parole",
        "ministre de la",
        "Défense",
        "e\u0301",
        "\u00ad",
        "\ufffd",
        "\x00",
        "FOD_Justitie",
        "1) ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=30).map(" ".join),
)

UNHURRIED = settings(deadline=None)
"""The first example loads the authority files, which may take longer than most."""


@lru_cache(maxsize=1)
def authority() -> Authority:
    return load_authority(sorted((HERE / "authority").glob("*.ttl")))


def linked(question: str, answer: str) -> tuple[Linked, str]:
    page = f"{question}\n{answer}"
    start = len(question) + 1
    text = Text(answer, start, len(page))
    section = Section({"fr": "SPF Justice"} if "x" in answer else {}, {"fr": text}, {"fr": ()})
    record = Record(
        question=None,
        layout="web",
        languages=("fr", "nl"),
        session=None,
        asked_on=date(2013, 4, 30),
        original_language=None,
        asker=None,
        addressee={},
        title={},
        keywords=(),
        events=(),
        answer_deadline=None,
        relations=(),
        question_text={"nl": PartedText(question, 0, len(question), ())},
        answers=(Answer(None, {"fr": text}, (section,)),),
        printed_status=None,
        bulletin=None,
        spans={},
        source=Source(file="a", url=None, retrieved_at=None, sha256="0" * 64, encoding="utf-8"),
        unread=(),
    )
    return link(record, page, authority()), page


@UNHURRIED
@given(TEXTS, TEXTS)
def test_every_mention_quotes_its_page(question: str, answer: str) -> None:
    found, page = linked(question, answer)
    for mention in found.mentions:
        assert mention.exact == page[mention.start : mention.end]
        assert mention.exact
        assert mention.exact == mention.exact.strip()
    for statement in found.statements:
        assert page[statement.start : statement.end].strip()


@UNHURRIED
@given(TEXTS, TEXTS)
def test_same_page_gives_the_same_links(question: str, answer: str) -> None:
    assert linked(question, answer) == linked(question, answer)


@UNHURRIED
@given(TEXTS, TEXTS)
def test_nothing_stands_twice_and_all_is_in_order(question: str, answer: str) -> None:
    found, _ = linked(question, answer)
    places = [(m.start, m.end, m.kind) for m in found.mentions]
    assert places == sorted(set(places))
    paths = [account.path for account in found.accounts]
    assert paths == sorted(set(paths))
    assert {m.body for m in found.mentions if m.kind == "account"} == set(paths)
    assert len(set(found.findings)) == len(found.findings)


@UNHURRIED
@given(TEXTS, TEXTS)
def test_paths_and_addresses_can_stand_in_iris(question: str, answer: str) -> None:
    found, _ = linked(question, answer)
    for account in found.accounts:
        assert account.path.isascii()
        assert not set(account.path) & set(' <>"{}|\\^`\n\t')
        assert account.url is None or not set(account.url) & set(' <>"{}|\\^`\n\t')


@UNHURRIED
@given(TEXTS)
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded.isascii()
    found = words(folded)
    place, read = 0 if found.at(0) else found.after(0), list[int]()
    while place >= 0:
        assert folded[place : found.end(place)].replace("\x7f", "") == found.at(place)
        assert found.before(place) == (read[-1] if read else -1)
        read.append(place)
        place = found.after(place)


@UNHURRIED
@given(TEXTS)
def test_every_word_that_opens_a_name_is_seen(text: str) -> None:
    found = words(fold(text))
    names = authority().names
    openers = set(seek(text, f" {found.plain}", authority().sought).openers)
    place = 0 if found.at(0) else found.after(0)
    while place >= 0:
        branch = names.get(found.at(place))
        following = "" if branch is None else found.at(found.after(place))
        opens = branch is not None and (following in branch.onward or branch.names)
        is_small = branch is not None and branch.in_capitals and text[place].islower()
        assert not opens or is_small or place in openers
        place = found.after(place)


@UNHURRIED
@given(TEXTS, st.integers(0, 200), st.integers(1, 30))
def test_words_around_are_counted(text: str, at: int, count: int) -> None:
    found = words(fold(text))
    at = min(at, len(text))
    first = found.plain.rfind(" ", 0, at) + 1
    before = found.plain[:first].split(" ")[:-1][-count:]
    behind = found.plain[first:-1].split(" ")[:count]
    told = " ".join((*before, *behind)).replace("\x7f", "").split()
    assert found.around(first, first, count) == told


@UNHURRIED
@given(TEXTS)
def test_addresses_do_not_overlap(text: str) -> None:
    found = find_addresses(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[address.start : address.end].strip() for address in found)


def test_a_line_too_long_for_a_row_is_no_table() -> None:
    found, page = linked("?", "Facebook\t" + "un mot " * 200)
    assert [page[m.start : m.end] for m in found.mentions if m.kind == "platform"] == ["Facebook"]


def test_a_question_is_read_alike_whatever_is_answered() -> None:
    text = "Le SPF Emploi est-il sur Facebook ? Et le SPF Justice ?"
    first, second = linked(text, "Oui."), linked(text, "Non, pas encore.")
    kinds = ("service", "platform")
    told = [[m for m in found.mentions if m.kind in kinds] for found, _ in (first, second)]
    assert told[0] == told[1]
    assert len(told[0]) == 3
