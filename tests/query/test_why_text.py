"""An explanation as people read it, and findings as they work through them."""

from hemicycle.findings_text import findings_text
from hemicycle.summary import FindingCount
from hemicycle.why import Explanation, Owner, Sentence
from hemicycle.why_rules import Inference, Statement
from hemicycle.why_text import explanation_text

SENTENCE = Sentence(
    kind="account",
    body="account/twitter-profile-fodwerk",
    rule="handle",
    basis="printed",
    stance="claimed",
    file="5-8910.txt",
    key="b891000000000002",
    start=591,
    end=599,
    exact="@FODWerk",
    quote="Le SPF Emploi a le compte @FODWerk.",
    line=23,
    owner=Owner("service/spf-emploi", "holder", "printed"),
)


def test_a_sentence_tells_whose_account_it_makes_it() -> None:
    inference = Inference(
        Statement("account/x", "hc:heldBy", "service/y"),
        {"en": "The name shows it"},
        (Statement("mention/z", "hc:exact", "fodwerk"),),
    )
    explanation = Explanation("https://x/id/account/x", ("local",), (SENTENCE,), (inference,))
    assert explanation_text(explanation).splitlines() == [
        "https://x/id/account/x",
        "stated in: local",
        "",
        "account account/twitter-profile-fodwerk (printed, claimed by rule handle)",
        "  held by service/spf-emploi (printed)",
        "  5-8910.txt, line 23, 591-599: «@FODWerk»",
        "    Le SPF Emploi a le compte @FODWerk.",
        "",
        "inferred: account/x hc:heldBy service/y",
        "  by rule: The name shows it",
        "  because: mention/z hc:exact fodwerk",
    ]


COUNTS = (
    FindingCount("unknown-keyword", "chat", 3, "a.txt"),
    FindingCount("unknown-post", "ministre de X", 4, "b.txt"),
    FindingCount("unknown-keyword", "chien", 2, "a.txt"),
    FindingCount("unknown-keyword", "ânes", 2, "c.txt"),
)


def test_findings_come_kind_by_kind_and_the_most_frequent_first() -> None:
    assert findings_text(COUNTS, limit=2).splitlines() == [
        "unknown-keyword: 7 (3 different)",
        "     3  chat  (a.txt)",
        "     2  chien  (a.txt)",
        "        and 1 more: --kind unknown-keyword --limit 0",
        "",
        "unknown-post: 4 (1 different)",
        "     4  ministre de X  (b.txt)",
    ]


def test_findings_of_some_kinds() -> None:
    assert (
        findings_text(COUNTS, ("unknown-post",)).splitlines()[0] == "unknown-post: 4 (1 different)"
    )
    assert findings_text((), ("unknown-post",)) == ""


def test_a_finding_of_no_one_page_names_no_file() -> None:
    counts = (FindingCount("members-differ", "askedOn: 2007-07-16, 2007-07-27", 1, ""),)
    assert findings_text(counts).splitlines()[1] == "     1  askedOn: 2007-07-16, 2007-07-27"
