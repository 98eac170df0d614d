"""The name of a platform to the account noun with it: « une page Facebook », Twitteraccount."""

import re
from typing import Literal

from msgspec import Struct

from hemicycle.link.fold import vocabulary
from hemicycle.link.passages import Passage
from hemicycle.link.places import Hit
from hemicycle.link.platforms import OTHER, PLATFORMS

Determiner = Literal["indefinite", "definite", "negative", "number", "none"]

_NOUNS = {
    **dict.fromkeys(
        vocabulary("compte account accounts comptes profil profils profiel"), "profile"
    ),
    **dict.fromkeys(vocabulary("profielen accountnaam accountnamen"), "profile"),
    **dict.fromkeys(vocabulary("page pages pagina paginas fanpage fanpagina"), "page"),
    **dict.fromkeys(vocabulary("bedrijfsprofiel bedrijfspagina organisatiepagina"), "company"),
    **dict.fromkeys(vocabulary("groupe groupes groep groepen group groups"), "group"),
    **dict.fromkeys(vocabulary("chaine chaines canal canaux kanaal kanalen channel"), "channel"),
    **dict.fromkeys(vocabulary("fil fils flux feed feeds"), "feed"),
}
_PLURAL = vocabulary("comptes accounts profils profielen pages paginas groupes groepen")
_LINKS = frozenset({"sur", "op", "on"})
_COMPANY = frozenset({"entreprise", "entreprises", "bedrijf", "bedrijfs", "company", "business"})
_BETWEEN = _COMPANY | vocabulary(
    "d officiel officielle officiels officielles professionnel professionnelle institutionnel "
    "institutionnelle public publique prive privee ferme fermee commun commune federal federale "
    "propre propres ouvert dedie dediee specifique"
)
_ADJECTIVES = vocabulary(
    "propre propres nouveau nouvelle officiel officielle officiels officielles double seul seule "
    "vrai vraie petit petite eigen officiele nieuwe professionele professioneel nieuw openbare "
    "gesloten besloten algemene federale actieve actief specifieke heuse"
)
_INDEFINITE = frozenset({"un", "une", "een"})
_NUMBERS = vocabulary(
    "deux trois quatre cinq six plusieurs quelques divers twee drie vier vijf zes enkele meerdere "
    "verschillende diverse"
)
_NEGATIVE = frozenset({"geen", "aucun", "aucune", "nul", "nulle", "ni", "noch"})
_NEITHER = frozenset({"ni", "noch"})
_NOT = frozenset({"pas", "plus", "jamais", "point", "encore", "ni"})
_DEFINITE = vocabulary(
    "le la les l du au aux des son sa ses leur leurs notre nos votre vos ce cet cette ces mon ma "
    "mes het zijn haar hun onze ons uw deze dit die dat mijn the"
)
_BROKEN = re.compile(r"[\n.;:!?()]")


class Phrase(Struct, frozen=True, kw_only=True):
    """An account noun and its platform at [start, end) of a passage.

    `kind` is a kind of account, `first` where the phrase's first word
    behind its determiner starts.
    """

    start: int
    end: int
    platform: str
    kind: str
    determiner: Determiner
    plural: bool
    first: int


def read_phrase(passage: Passage, hit: Hit) -> Phrase | None:
    """The account noun that belongs to a platform's name; None where there is none."""
    return _noun_before(passage, hit) or _noun_behind(passage, hit)


def _noun_before(passage: Passage, hit: Hit) -> Phrase | None:
    """« page Facebook », « profil « entreprise » sur LinkedIn », « pagina op Facebook »."""
    found = passage.words
    at = found.before(hit.first)
    if found.at(at) in _LINKS:
        at = found.before(at)
    is_company = False
    while found.at(at) in _BETWEEN:
        is_company = is_company or found.at(at) in _COMPANY
        at = found.before(at)
    noun = found.at(at)
    if noun == "s" and found.at(found.before(at)) == "pagina":
        at, noun = found.before(at), "paginas"
    if noun not in _NOUNS or _BROKEN.search(passage.folded, at, hit.start):
        return None
    noun_kind = "company" if is_company else _NOUNS[noun]
    return _phrase(passage, hit, at, (at, found.end(hit.last)), noun_kind, noun)


def _noun_behind(passage: Passage, hit: Hit) -> Phrase | None:
    """Twitteraccount, Facebook-pagina, LinkedIn pagina, Facebook page."""
    found = passage.words
    last = hit.last
    noun = found.at(last)[hit.end - hit.start :] if hit.first == last else ""
    if not noun:
        last = found.after(last)
        noun = found.at(last)
    if noun not in _NOUNS or _BROKEN.search(passage.folded, hit.end, found.end(last)):
        return None
    if passage.folded[found.end(last) : found.end(last) + 2] == "'s":
        last, noun = found.after(last), f"{noun}s"
    return _phrase(passage, hit, hit.first, (hit.start, found.end(last)), _NOUNS[noun], noun)


def _phrase(
    passage: Passage, hit: Hit, first: int, span: tuple[int, int], noun_kind: str, noun: str
) -> Phrase:
    platform = hit.path.partition("/")[2]
    return Phrase(
        start=span[0],
        end=span[1],
        platform=platform,
        kind=_kind(platform, noun_kind),
        determiner=_determiner(passage, first),
        plural=noun in _PLURAL,
        first=first,
    )


def _kind(platform: str, noun_kind: str) -> str:
    """The kind of account that a noun means on a platform."""
    if noun_kind == "group":
        return "group"
    if platform == "linkedin" and noun_kind in ("company", "page"):
        return "company-page"
    return PLATFORMS.get(platform, OTHER).kind


def _determiner(passage: Passage, first: int) -> Determiner:
    found = passage.words
    at = found.before(first)
    while found.at(at) in _ADJECTIVES:
        at = found.before(at)
    word, before = found.at(at), found.at(found.before(at))
    is_neither = word in _INDEFINITE and before in _NEITHER
    if is_neither or word in _NEGATIVE or (word in ("de", "d") and before in _NOT):
        return "negative"
    if word in _INDEFINITE:
        return "indefinite"
    if word in _NUMBERS or word.isdecimal():
        return "number"
    is_dutch_article = word == "de" and passage.language == "nl"
    return "definite" if word in _DEFINITE or is_dutch_article else "none"


def is_account_noun(word: str) -> bool:
    """Whether a folded word is a noun of accounts: compte, pagina, profiel …"""
    return word in _NOUNS


def is_company_word(text: str) -> bool:
    """Whether quoted words tell the kind of an account and not its name.

    >>> is_company_word("entreprise"), is_company_word("pour une administration sexy")
    (True, False)
    """
    return text.strip().lower() in _COMPANY
