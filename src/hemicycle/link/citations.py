"""A text to the questions of the Senate that it cites by number."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from hemicycle.link.found import Found
from hemicycle.link.passages import Passage
from hemicycle.link.referrals import find_referrals
from hemicycle.links import Mention, Stance
from hemicycle.records import Record

_NUMBER = r"[1-9]-\d{1,5}(?![\d/-])"
_NUMBERED = re.compile(r"-(?<=(?<!\d)[1-9]-)\d{1,5}(?![\d/-])")
"""A number from its hyphen on."""

_REACH, _WORDS, _NEAR = 120, 6, 3
"""How far before its first number the name of a series can begin, in signs and in words, and
among how many words before the number its last one is."""

_NOUNS = (
    ("request-for-explanations", r"demandes?\s+d['’]explications?|vra(?:ag|gen)\s+om\s+uitleg"),
    ("oral-question", r"questions?\s+orales?|mondelinge\s+vra(?:ag|gen)"),
    ("question", r"questions?(?:\s+parlementaires?)?(?:\s+écrites?)?|Q\.?E\.?|vra(?:ag|gen)"),
)
"""What each number series is called; the longer names first: `vraag om uitleg` is no `vraag`."""

_CITATION = re.compile(
    "|".join(rf"(?P<{kind.replace('-', '_')}>\b(?:{noun}))" for kind, noun in _NOUNS),
    re.IGNORECASE,
)
_SIGN_OF_NOUN = re.compile("q|parlement|crite|orale|explic|vra|uitleg")
"""What stands in the last word of each of these names."""

_SIGN = r"(?:n\s?[°ºo]s?|nrs?\.?|num[ée]ros?|nummers?)"
_FIRST = re.compile(rf"\s*{_SIGN}?\s*(?P<number>{_NUMBER})", re.IGNORECASE)
_NEXT = re.compile(rf"\s*(?:,|;|et|en|ou|of|&)\s*{_SIGN}?\s*(?P<number>{_NUMBER})", re.IGNORECASE)


class Citation(Struct, frozen=True):
    """A question cited at [start, end) of a text, by the path of its node.

    A number must follow the name of its series: documents (6-205/1), annals (3-149),
    bulletins and the numbers of other assemblies (51-1235) are no questions of ours.
    """

    path: str
    start: int
    end: int


def find_citations(text: str) -> Iterator[Citation]:
    """The questions that a text cites, in order.

    >>> [found.path for found in find_citations("mes questions écrites n° 5-12 et 5-13")]
    ['question/5-12', 'question/5-13']
    >>> list(find_citations("la question n° 51-1235 et le document 6-205/1"))
    []
    """
    done, hyphen = 0, text.find("-")
    while hyphen != -1:
        at = hyphen - 1
        if (
            text[hyphen + 1 : hyphen + 2].isdecimal()
            and at >= done
            and _NUMBERED.match(text, hyphen)
        ):
            noun = _noun_before(text, max(done, at - _REACH), at)
            done = at
            if noun is not None:
                for citation in _listed(text, noun, at):
                    yield citation
                    done = citation.end
        hyphen = text.find("-", hyphen + 1)


def _noun_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last name of a series among the last words in [start, end) of a text."""
    words = text[start:end].rsplit(None, _WORDS)
    if not _SIGN_OF_NOUN.search(" ".join(words[-_NEAR:]).lower()):
        return None
    start += len(words[0]) if len(words) > _WORDS else 0
    last = None
    for noun in _CITATION.finditer(text, start, end):
        last = noun
    return last


def _listed(text: str, noun: re.Match[str], at: int) -> Iterator[Citation]:
    """The citations that a name of a series opens, where the first number stands at a place."""
    kind = (noun.lastgroup or "").replace("_", "-")
    found = _FIRST.match(text, noun.end())
    start = noun.start()
    if found is None or found.start("number") != at:
        return
    while found:
        yield Citation(f"{kind}/{found['number']}", start, found.end())
        following = _NEXT.match(text, found.end())
        found, start = following, following.start("number") if following else 0


def link_citations(
    record: Record, page_text: str, question: str, passages: Sequence[Passage]
) -> Found:
    """The questions that titles and texts cite, and where answers only lead elsewhere.

    `question` is the path of the page's own question.
    """
    mentions: list[Mention] = []
    for language in record.title:
        for start, end in record.spans[f"title/{language}"]:
            if page_text.find("-", start, end) != -1:
                mentions += _mentions(page_text[start:end], start, question, None)
    for passage in passages:
        if "-" in passage.text:
            mentions += _mentions(passage.text, passage.start, passage.within, passage.stance)
        if passage.stance == "claimed" and (passage.seen.referring or passage.seen.competence):
            mentions += _referrals(passage)
    return Found(mentions=tuple(mentions))


def _mentions(text: str, start: int, within: str, stance: Stance | None) -> Iterator[Mention]:
    for citation in find_citations(text):
        yield Mention(
            kind="question",
            body=citation.path,
            start=start + citation.start,
            end=start + citation.end,
            exact=text[citation.start : citation.end],
            rule="cited-in-text",
            basis="printed",
            stance=stance,
            within=within,
        )


def _referrals(passage: Passage) -> Iterator[Mention]:
    """Words that refer to an answer name the question it answers; all others the answer itself."""
    answer = f"answer/{passage.within.partition('/')[2].rpartition('-')[0]}"
    for found in find_referrals(passage.text, passage.seen.referring, passage.seen.competence):
        exact = passage.text[found.start : found.end]
        cited = next(find_citations(exact), None) if found.rule == "refers-elsewhere" else None
        yield Mention(
            kind="question" if cited else "answer-text",
            body=cited.path if cited else answer,
            start=passage.start + found.start,
            end=passage.start + found.end,
            exact=exact,
            rule=found.rule,
            basis="printed",
            stance=passage.stance,
            within=passage.within,
        )
