"""The accounts that an answer says a service has, without address, handle or name."""

from collections.abc import Iterable, Iterator

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import clause_start, sentence_end, sentence_start
from hemicycle.link.fold import plain_words
from hemicycle.link.passages import Passage
from hemicycle.link.phrases import Phrase
from hemicycle.link.verbs import (
    has_speaker,
    is_denied,
    is_had,
    is_of_others,
    is_planned,
    sentence_words,
)


def find_unnamed(passage: Passage, phrases: Iterable[Phrase]) -> Iterator[Candidate]:
    """« Le SPF dispose d'un profil « entreprise » sur LinkedIn ».

    Only an indefinite article brings in something new: « son compte », « de
    pagina » go back to what is named elsewhere. Questions claim nothing.
    """
    if passage.stance != "claimed":
        return
    for phrase in phrases:
        if phrase.determiner == "indefinite" and _is_claimed(passage, phrase):
            yield Candidate(
                start=phrase.start,
                end=phrase.end,
                platform=phrase.platform,
                kind=phrase.kind,
                rule="unnamed",
            )


def _is_claimed(passage: Passage, phrase: Phrase) -> bool:
    before, behind = sentence_words(passage, phrase.start, phrase.end)
    clause = passage.folded[clause_start(passage.text, phrase.start) : phrase.start]
    if is_denied(plain_words(clause)) or is_planned(before) or is_planned(behind[:4]):
        return False
    start, end = sentence_start(passage.text, phrase.start), sentence_end(passage.text, phrase.end)
    if passage.text[end - 1] == "?" or is_of_others(before + behind):
        return False
    has_service = bool(passage.services.between(start, end))
    return is_had(before, behind) and (has_service or has_speaker(before))
