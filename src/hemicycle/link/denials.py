"""An answer to what it says of accounts that a service has not, or not yet."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from hemicycle.link.clauses import sentence_end, sentence_start
from hemicycle.link.fold import vocabulary
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.phrases import Phrase
from hemicycle.link.places import Hit
from hemicycle.link.verbs import is_denied, is_had, is_planned, is_worth_reading, sentence_words

_JOINED = re.compile(
    r"-?\s?(?:,|/|et|ou|ni|en|of|noch)(?:\s?(?:sur|op|de|d'|ni|une?|een|geen|page|compte|"
    r"profil|account|pagina)\b){0,4}\s?"
)
_PRESENT = vocabulary(
    "present presente presents presentes presence actif active actifs actives aanwezig "
    "aanwezigheid actief vertegenwoordigd"
)
_USING = vocabulary("utilise utilisent utilisons recourt gebruikt gebruiken gebruik")
_OPENING = vocabulary(
    "ouvrir creer lancer developper activer ouverture creation lancement aanmaken maken openen "
    "oprichten lanceren starten creeren opstarten sera seront zal zullen"
)
_LINKS = vocabulary("sur op ni noch de d van via un une een geen of ou a")
_NONE = vocabulary("geen aucun aucune")
_NEAR, _FAR, _AROUND = 6, 12, 30


class Statement(Struct, frozen=True):
    """What a sentence at [start, end) of a passage says of a platform, named at `at`."""

    platform: str
    stance: Literal["denied", "planned"]
    start: int
    end: int
    at: int


def find_statements(passage: Passage, phrases: Mapping[int, Phrase]) -> Iterator[Statement]:
    """« Le SPF n'a pas de compte Twitter », « De FOD overweegt een Facebookpagina »."""
    if passage.stance != "claimed":
        return
    for group in _groups(passage):
        around = passage.words.words[max(group[0].first - _AROUND, 0) : group[-1].last + _AROUND]
        if not is_worth_reading(around):
            continue
        stance = _stance(passage, group, [phrases.get(hit.start) for hit in group])
        if stance is None:
            continue
        start = sentence_start(passage.text, group[0].start)
        start = max(start, part_start(passage, group[0].start))
        end = sentence_end(passage.text, group[-1].end)
        words = passage.text[start:end]
        start += len(words) - len(words.lstrip())
        for hit in group:
            platform = hit.path.partition("/")[2]
            yield Statement(platform, stance, start, start + len(words.strip()), hit.start)


def _groups(passage: Passage) -> list[list[Hit]]:
    """Platforms named in one breath: « ni sur Facebook ni sur Twitter »."""
    groups: list[list[Hit]] = []
    for hit in passage.platforms.hits:
        if groups and _JOINED.fullmatch(passage.folded, groups[-1][-1].end, hit.start):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _stance(
    passage: Passage, group: list[Hit], nouns: list[Phrase | None]
) -> Literal["denied", "planned"] | None:
    phrases = [noun for noun in nouns if noun is not None]
    start = min(group[0].start, *(phrase.start for phrase in phrases), group[-1].start)
    end = max(group[-1].end, *(phrase.end for phrase in phrases), group[0].end)
    before, behind = sentence_words(passage, start, end)
    if passage.text[sentence_end(passage.text, end) - 1] == "?":
        return None
    if _is_denied(before, behind, phrases):
        return "denied"
    about = before[-_FAR:] + behind[:_FAR]
    is_plan = is_planned(about) and not is_denied(before[-_FAR:])
    new = any(phrase.determiner in ("indefinite", "number", "none") for phrase in phrases)
    opens = not _OPENING.isdisjoint(about)
    if is_plan and ((new and opens) or _is_presence(before)):
        return "planned"
    return None


def _is_denied(before: list[str], behind: list[str], phrases: list[Phrase]) -> bool:
    if any(phrase.determiner == "negative" for phrase in phrases):
        return True
    if phrases and not _NONE.isdisjoint(before[-1:]):
        return True
    if any(phrase.determiner == "indefinite" for phrase in phrases) and is_had(before, []):
        return is_denied(before[-_NEAR:]) and not is_planned(before[-_FAR:])
    if _is_presence(before):
        return is_denied(before[-_NEAR:])
    if not _USING.isdisjoint(before[-_NEAR:]) and not phrases:
        return is_denied(before[-3:])
    is_topic = not vocabulary("sur op").isdisjoint(before[-1:])
    return is_topic and _denies_presence(behind[:_FAR])


def _is_presence(before: list[str]) -> bool:
    """Whether the last words are « présent sur », « actief op »."""
    words = list(before)
    while words and words[-1] in _LINKS:
        words.pop()
    return bool(words) and len(words) < len(before) and words[-1] in _PRESENT


def _denies_presence(behind: list[str]) -> bool:
    """Whether « … n'est pas encore présent » or « … niet actief » follows."""
    return any(
        word in ("pas", "niet") and not _PRESENT.isdisjoint(behind[at + 1 : at + 3])
        for at, word in enumerate(behind)
    )
