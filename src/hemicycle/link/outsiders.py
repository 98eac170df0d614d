"""An account in a passage to whether its sentence speaks of others than services."""

import re

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import line_start, sentence_end
from hemicycle.link.fold import compact, fold, plain_words, vocabulary
from hemicycle.link.passages import Passage

_OUTSIDER_NOUN = re.compile(
    r"\b(?:politiezones?|zones? de police|police locale|lokale politie|ville de|stad|steden|"
    r"commune de|gemeente|province d|provincie|universite|universiteit|communaute (?:flamande|"
    r"francaise|germanophone)|vlaamse? \w{4,20}|region (?:wallonne|flamande|bruxelloise|"
    r"de bruxelles)|commission europeenne|europese commissie|union europeenne|europese unie|"
    r"journa(?:l|ux)|krant(?:en)?|associations?|vereniging(?:en)?|ong|ngo|onu|navo|otan"
    r"|firma|societe privee|asbl|vzw|syndicats?|vakbond(?:en)?|parti|partij)\b"
)
_OUTSIDER = re.compile(_OUTSIDER_NOUN.pattern + r"[^@.;\n]{0,60}$")
_AGENT = re.compile(
    r"(?:(?:é(?:e|s|es)?|(?:repr|prom)is(?:e|es)?|(?:écr|d)ite?s?)\s+par|\b(?:door|selon|volgens)|"
    r"\b(?:tweets?|messages?|berichten|articles?|artikels?|publications?)\s(?:de|van))"
    r"\s+(?:l['’]|le |la |de |het )?[\"'(«]?\s?$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\b(?:volgt|suit|suivons)\b(?! (?:men|on)\b)(?:(?!\bvia\b)[^.;\n@]){0,60}$")
_BRACKETED = re.compile(
    r"(?:(?<=[a-z'’] )|(?<=['’]))(?P<name>(?!SPF|FOD|SPP|POD|FR|NL)"
    r"(?:[\w-]{0,30}[A-Z]{2}[\w-]{0,30}"
    r"|[A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){1,3}))\s{0,2}\([^()\n]{0,120}$"
)
_APPOSED = re.compile(
    r"[A-ZÀ-Þ][\w.-]{1,30}(?: [A-ZÀ-Þ][\w.-]{0,30}){0,3}, (?:la |le |l['’]|une? |het |de |een )?"
    r"(?:filiale?|filiaal|dochter\w{0,15}|organisation|organisatie|association|vereniging|entreprise|"
    r"bedrijf|société|firma|partenaire|partner)\b"
)
_OPENING = re.compile(
    r"[A-ZÀ-Þ][\w-]{1,30}(?: (?:en|et|&|voor|pour|van|de)){0,2} [A-ZÀ-Þ][\w-]{1,30}"
    r"\s?\([^()\n]{1,120}\)\s(?:is|est|n['’]est|zijn|sont|heeft|a|hebben|ont)\b"
)
_ALONE = re.compile(
    r"(?P<before>[a-zà-ÿ]{2,20})[ '’](?P<name>[A-ZÀ-Þ][\w-]{3,30})\s?\((?:op |sur |via )?$"
)
_BRACKETS = ("(", "(op ", "(sur ", "(via ")
"""How a text ends that _ALONE fits."""

_OURS = vocabulary(
    "page pages compte comptes campagne campagnes projet site portail groupe action initiative "
    "programme pagina account accounts campagnes project groep actie initiatief app application"
)
_WITHIN = vocabulary("direction directie service dienst cellule cel administration afdeling groupe")
_WINDOW, _REACH = 80, 160


def is_elsewhere(passage: Passage, candidate: Candidate, start: int, chain: int) -> bool:
    """Whether only its own name can tell whose it is: its sentence speaks of others.

    « repris par @lesoir », « la ville de Liège (@Liege) », or in brackets behind a
    name that no authority file knows: « de VDAB (@vdab) ». `start` is where the
    sentence starts, `chain` where the accounts do that it is listed with.
    """
    if candidate.rule == "handle" and (
        _AGENT.search(passage.text, max(chain - 20, 0), chain)
        or _FOLLOWS.search(passage.folded, max(chain - _WINDOW, start), chain)
    ):
        return True
    return (
        _is_of_outsider(passage, chain)
        or _is_apposed(passage, start)
        or _speaks_of_others(passage, candidate, start)
        or _bears_what_stands_before(passage, candidate, start)
        or _is_bracketed(passage, candidate)
    )


def _is_of_outsider(passage: Passage, chain: int) -> bool:
    """« la ville de Liège utilise @Liege », with no service between."""
    begin = max(chain - _WINDOW, 0)
    found = _OUTSIDER.search(passage.folded, begin, chain)
    if found is None:
        return False
    named = passage.services.between(found.start() - _REACH, chain)
    return not any(hit.end > found.start() for hit in named)


def _is_apposed(passage: Passage, start: int) -> bool:
    """A sentence of somebody unknown: « Bel V, filiale de … », « Kind en Gezin (…) is … »."""
    found = _APPOSED.match(passage.text, start) or _OPENING.match(passage.text, start)
    if found is None:
        return False
    end = start + found.group().find("(") if "(" in found.group() else start + 1
    named = passage.services.between(start, end) or passage.platforms.between(start, end)
    return not named


def _speaks_of_others(passage: Passage, candidate: Candidate, start: int) -> bool:
    """Whether the sentence names a city, a region, a firm …, and no service."""
    end = sentence_end(passage.text, candidate.end)
    if passage.services.between(start, end):
        return False
    return _OUTSIDER_NOUN.search(passage.folded, start, end) is not None


def _bears_what_stands_before(passage: Passage, candidate: Candidate, start: int) -> bool:
    """« avec Touring (@Touring) »: an account that bears the name of somebody unknown."""
    begin = max(candidate.start - _WINDOW, start)
    if not passage.text.endswith(_BRACKETS, begin, candidate.start):
        return False
    found = _ALONE.search(passage.text, begin, candidate.start)
    if found is None or not _OURS.isdisjoint(
        plain_words(passage.folded[begin : found.start("name")])
    ):
        return False
    begin, end = found.span("name")
    if compact(found["name"]) not in compact(candidate.handle or ""):
        return False
    known = (
        *passage.services.between(begin - _REACH, end),
        *passage.platforms.between(begin - _REACH, end),
    )
    return not any(begin < hit.end for hit in known)


def _is_bracketed(passage: Passage, candidate: Candidate) -> bool:
    """« Child Focus (www.facebook.com/childfocus) », « de VDAB (@vdab) »."""
    begin = max(candidate.start - _REACH, 0)
    if passage.text.rfind("(", begin, candidate.start) == -1:
        return False
    begin = max(line_start(passage.text, candidate.start), begin)
    found = _BRACKETED.search(passage.text, begin, candidate.start)
    if found is None or fold(found["name"]).split()[0] in _WITHIN:
        return False
    start, end = found.span("name")
    known = (
        *passage.services.between(start - _REACH, end),
        *passage.platforms.between(start - _REACH, end),
    )
    return not any(start < hit.end for hit in known)
