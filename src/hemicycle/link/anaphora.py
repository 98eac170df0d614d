"""A sentence that refers to a platform named before it to what it says: « n'en dispose pas »."""

import re
from collections.abc import Iterator, Sequence

from hemicycle.link.clauses import line_end, sentence_end, sentence_start
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.places import Hit
from hemicycle.link.said import Said, Statement

_DENIED = re.compile(
    r"\bn'en (?:a|ont|dispose|disposent|possede|possedent|utilise|utilisent|gere|gerent)"
    r"(?: actuellement| pour l'instant)? (?:pas|plus|aucune?)\b"
    r"|\b(?:heeft|hebben|bezit|bezitten) er (?:nog |momenteel |voorlopig )?geen\b"
    r"|\bbeschik(?:t|ken) (?:er|daar) (?:nog |momenteel )?niet over\b"
)
_PLANNED = re.compile(
    r"\ben (?:ouvrira|creera|lancera|ouvriront|creeront|lanceront) une?\b"
    r"|\b(?:envisage|envisagent|prevoit|prevoient|projette|souhaite|a l'intention|va|vont)"
    r"(?: toutefois| neanmoins| cependant)?(?: (?:de |d')?|d')en (?:ouvrir|creer|lancer) une?\b"
    r"|\b(?:envisage|envisagent|prevoit|prevoient|projette|souhaite|a l'intention|va|vont)"
    r"(?: toutefois| neanmoins| cependant)?(?: d'| de)? ?(?:ouvrir|creer|lancer) une?"
    r" (?:page|compte|profil|chaine|groupe)\b(?! (?:facebook|twitter|youtube|linkedin))"
    r"|\b(?:overweegt|plant|zal|wil|gaat)(?: \w{1,12}){0,3} een (?:account|pagina|profiel|kanaal)\b"
    r"|\b(?:zal|zullen|wil|gaat) er (?:\w{1,12} ){0,4}een\b"
)
_REACH = 400
"""How far behind a platform a sentence may refer to it, in signs."""


def find_referring(passage: Passage, groups: Sequence[list[Hit]]) -> Iterator[Statement]:
    """What sentences say of the platforms that the words before them have named last."""
    if not groups:
        return
    folded = passage.folded
    forms = [form for form in _FORMS if any(sign in folded for sign in form[2])]
    for number, group in enumerate(groups if forms else ()):
        begin = group[-1].end
        end = min(line_end(passage.text, begin), begin + _REACH)
        if number + 1 < len(groups):
            end = min(end, groups[number + 1][0].start)
        for stance, form, signs in forms:
            if all(folded.find(sign, begin, end) == -1 for sign in signs):
                continue
            found = form.search(folded, begin, end)
            if found is not None:
                yield from _statements(passage, group, stance, found)


def _statements(
    passage: Passage, group: list[Hit], stance: Said, found: re.Match[str]
) -> Iterator[Statement]:
    start = max(sentence_start(passage.text, found.start()), part_start(passage, found.end()))
    end = sentence_end(passage.text, found.end())
    if passage.text[end - 1] == "?" or _names_its_own(passage, found.start(), found.end()):
        return
    words = passage.text[start:end]
    start += len(words) - len(words.lstrip())
    for hit in group:
        platform = hit.path.partition("/")[2]
        yield Statement(platform, stance, start, start + len(words.strip()), found.start())


_FORMS: tuple[tuple[Said, re.Pattern[str], tuple[str, ...]], ...] = (
    ("denied", _DENIED, ("n'en ", " er ", " daar ")),
    ("planned", _PLANNED, ("ouvrir", "creer", "lancer", " een ", " er ")),
)
"""What is said, the forms that say it, and signs of which each of these forms has one."""


def _names_its_own(passage: Passage, start: int, end: int) -> bool:
    """Whether a platform is named right behind, as in « ouvrir un compte sur Twitter »."""
    return bool(passage.platforms.between(start, end + 25))
