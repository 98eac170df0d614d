"""An answer to what it says of accounts that a service has not, or not yet."""

import re
from collections.abc import Iterator, Mapping

from hemicycle.link.anaphora import find_referring
from hemicycle.link.clauses import sentence_end, sentence_start
from hemicycle.link.denied import denies
from hemicycle.link.fold import vocabulary
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.phrases import Phrase
from hemicycle.link.places import Hit
from hemicycle.link.said import Said, Statement
from hemicycle.link.verbs import (
    is_denied,
    is_had,
    is_plan_denied,
    is_planned,
    is_presence,
    is_worth_reading,
    sentence_words,
    since_but,
    will_be_present,
)

_JOINED = re.compile(
    r"(?:paginas?|pagina's|accounts?|profiel|groep|kanaal)?-?\s?(?:,|/|et|ou|ni|en|of|noch|,\s?(?:ni|noch|et|en))(?:\s?(?:sur|op|de|d'|ni|une?|een|geen|"
    r"over|page|compte|profil|chaine|account|pagina)\b){0,5}\s?"
)
_OPENING = vocabulary(
    "ouvrir creer lancer developper activer demarrer mettre ouverture creation lancement mise "
    "elaboration ouvrira ouvriront creera creeront lancera lanceront disposera disposeront "
    "developpera rejoindra cree creee crees creees ouvert ouverte ouverts lance lancee lances "
    "aanmaken maken openen oprichten"
    " richten plannen projet lanceren starten creeren opstarten opzetten aanmaak creatie "
    "opening oprichting lancering opstart gelanceerd geopend opgericht aangemaakt gecreeerd sera "
    "seront zal zullen komt voorbereiding preparation maak gewerkt"
)
_TOLD_NONE = re.compile(
    r"\s?(?:[:=|\t/]|\s-)\s?(?:non|neen|nee|geen|neant|nihil|aucune?|nog niet|pas encore|niet "
    r"aanwezig)\s?(?=$|[\n.;,|)])"
)
_CONSIDERED = vocabulary(
    "overwogen gepland onderzocht bestudeerd envisage envisagee prevu prevue planifie etude"
)
"""What a plan says of the account itself: « Een Twitteraccount wordt overwogen »."""
_FAR, _AROUND, _SOON = 12, 30, 4


def find_statements(passage: Passage, phrases: Mapping[int, Phrase]) -> Iterator[Statement]:
    """« Le SPF n'a pas de compte Twitter », « De FOD overweegt een Facebookpagina »."""
    if passage.stance != "claimed":
        return
    groups = _groups(passage)
    for group in groups:
        around = passage.words.around(group[0].first, group[-1].last, _AROUND)
        if is_worth_reading(around):
            yield from _of_group(passage, group, phrases)
    yield from find_referring(passage, groups)


def _of_group(
    passage: Passage, group: list[Hit], phrases: Mapping[int, Phrase]
) -> Iterator[Statement]:
    told = [hit for hit in group if _TOLD_NONE.match(passage.folded, hit.end)]
    stance = None if told else _stance(passage, group, [phrases.get(hit.start) for hit in group])
    if stance is None and not told:
        return
    start = sentence_start(passage.text, group[0].start)
    start = max(start, part_start(passage, group[0].start))
    end = sentence_end(passage.text, group[-1].end)
    words = passage.text[start:end]
    start += len(words) - len(words.lstrip())
    for hit in told or group:
        platform = hit.path.partition("/")[2]
        yield Statement(platform, stance or "denied", start, start + len(words.strip()), hit.start)


def _groups(passage: Passage) -> list[list[Hit]]:
    """Platforms named in one breath: « ni sur Facebook ni sur Twitter »."""
    groups: list[list[Hit]] = []
    for hit in passage.platforms.hits:
        if groups and _JOINED.fullmatch(passage.folded, groups[-1][-1].end, hit.start):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _stance(passage: Passage, group: list[Hit], nouns: list[Phrase | None]) -> Said | None:
    phrases = [noun for noun in nouns if noun is not None]
    start = min(group[0].start, *(phrase.start for phrase in phrases), group[-1].start)
    end = max(group[-1].end, *(phrase.end for phrase in phrases), group[0].end)
    before, behind = sentence_words(passage, start, end)
    before = since_but(before)
    if passage.text[sentence_end(passage.text, end) - 1] == "?":
        return None
    has_one = is_had(before, []) and not is_planned(before)  # what it plans is another
    about = before[-_FAR:] + ([] if has_one else behind[:_FAR])
    new = any(phrase.determiner in ("indefinite", "number", "none") for phrase in phrases)
    is_plan = is_planned(about) and (
        (new and not _OPENING.isdisjoint(about))
        or (new and not _CONSIDERED.isdisjoint(behind[:_SOON]))
        or is_presence(before)
        or will_be_present(before, behind)
    )
    if is_plan and is_plan_denied(about):
        return "denied"
    if denies(before, behind, phrases):
        return "denied"
    return "planned" if is_plan and not is_denied(before[-_FAR:]) else None
