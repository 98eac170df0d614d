"""The accounts that an answer says a service has, without address, handle or name."""

import re
from collections.abc import Iterator, Mapping

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import clause_start, sentence_end, sentence_start
from hemicycle.link.fold import plain_words
from hemicycle.link.passages import Passage
from hemicycle.link.phrases import Phrase
from hemicycle.link.platforms import OTHER, PLATFORMS
from hemicycle.link.verbs import (
    exists,
    has_speaker,
    is_denied,
    is_had,
    is_of_others,
    is_planned,
    sentence_words,
    since_but,
)

_AND = re.compile(r"\s?(?:,|/|&|et|en|ainsi que|alsook)\s?(?:sur |op )?")
_CONJUNCTIONS = frozenset({"et", "en", "mais", "maar"})
_REACH = 120


def find_unnamed(passage: Passage, phrases: Mapping[int, Phrase]) -> Iterator[Candidate]:
    """« Le SPF dispose d'un profil « entreprise » sur LinkedIn ».

    Only an indefinite article brings in something new: « son compte », « de
    pagina » go back to what is named elsewhere. Questions claim nothing.
    """
    if passage.stance != "claimed":
        return
    for phrase in phrases.values():
        if phrase.determiner == "indefinite" and _is_claimed(passage, phrase):
            yield _candidate(phrase.platform, phrase.kind, phrase.start, phrase.end)
            yield from _listed_with(passage, phrase, phrases)


def _listed_with(
    passage: Passage, phrase: Phrase, phrases: Mapping[int, Phrase]
) -> Iterator[Candidate]:
    """The others of « een account op LinkedIn, Facebook en Twitter »."""
    end = phrase.end
    for hit in passage.platforms.between(end, end + _REACH):
        if hit.start in phrases or not _AND.fullmatch(passage.folded, end, hit.start):
            return
        platform = hit.path.partition("/")[2]
        yield _candidate(platform, PLATFORMS.get(platform, OTHER).kind, hit.start, hit.end)
        end = hit.end


def _candidate(platform: str, kind: str, start: int, end: int) -> Candidate:
    return Candidate(start=start, end=end, platform=platform, kind=kind, rule="unnamed")


def _is_claimed(passage: Passage, phrase: Phrase) -> bool:
    before, behind = sentence_words(passage, phrase.start, phrase.end)
    clause = passage.folded[clause_start(passage.text, phrase.start) : phrase.start]
    has_had, was_planned = is_had(before, behind), is_planned(before)
    before = since_but(before)
    if (
        is_denied(since_but(plain_words(clause)))
        or is_denied(before[:1])
        or (was_planned and not is_had(before, []))
        or is_planned(before)
        or (is_planned(behind[:4]) and _CONJUNCTIONS.isdisjoint(behind[:1]))
    ):
        return False
    start, end = sentence_start(passage.text, phrase.start), sentence_end(passage.text, phrase.end)
    if passage.text[end - 1] == "?" or is_of_others(before + behind):
        return False
    has_service = bool(passage.services.between(start, end))
    is_said = has_had and (has_service or has_speaker(before))
    return is_said or exists(before)
