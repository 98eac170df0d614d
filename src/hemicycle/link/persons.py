"""The words around an account to whether a person holds it, in no service's name."""

import re
from functools import lru_cache

from hemicycle.link.candidates import Candidate
from hemicycle.link.fold import compact
from hemicycle.link.passages import Passage
from hemicycle.link.places import Hit

_OWN = re.compile(
    r"\b(?:mon (?:propre )?(?:compte|profil|blog|cabinet)|ma (?:propre )?(?:page|chaine|cellule)|"
    r"mijn (?:eigen |persoonlijke? )?(?:[a-z]{0,12}-?(?:account|pagina|profiel)|blog|kabinet|"
    r"beleidscel)|(?:mon|ma) porte-parole|mijn woordvoer(?:der|ster|dster)|"
    r"(?:je |j')(?:dispose|possede|gere|utilise|ai|tweete|anime|"
    r"suis (?:moi-meme )?(?:present|actif))|"
    r"ik (?:heb|beschik|gebruik|beheer|twitter|tweet|ben (?:zelf )?(?:actief|aanwezig)))\b"
)
_PRIVATE = re.compile(
    r"\b(?:personnel|personnelle|personnels|personnellement|persoonlijke?|prive|eigen naam|"
    r"nom propre)\b"
)
_OFFICE = re.compile(
    r"\b(?:ministres?|ministers?|secretaires? d'etat|staatssecretaris(?:sen)?|premier|"
    r"voorzitt(?:er|ster)s?|(?:vice-)?presidente?s?|directeurs?(?: generaux| general)?|"
    r"directeur(?:en)?-generaal|directrices?|administrat(?:eur|rice)s?(?: generale?)?|"
    r"administrateur-generaal|bestuurder|commissaris-generaal|commissaire general|"
    r"fonctionnaires? dirigeants?|leidend ambtenaar|chef|chefs|commandant|colonel|kolonel|"
    r"kapitein|general|ambassadeurs?|bourgmestre|burgemeester|echevin|schepen|gouverneur|"
    r"procureur|honorable membre|geachte lid|senat(?:eur|rice)s?|senatoren|senator|deputee?s?|"
    r"parlementsle?d(?:en)?|cabinets?|kabinet(?:ten)?|cellule strategique|beleidscel|mme|mevrouw|"
    r"monsieur|de heer|dhr)\b"
)
_PEOPLE = re.compile(
    r"\b(?:agents?|collaborat(?:eur|rice)s?|medewerk(?:ers?|sters?)|ambtena(?:ar|ren)|"
    r"personeelsle?d(?:en)?|fonctionnaires?|employes?|experts?|journalistes?|journalisten|"
    r"inspecteurs?|attaches?|attache's|militaires?|militairen|militants?|membres du personnel)\b"
)
_FORMS = (_PRIVATE, _OFFICE, _PEOPLE)
_CHAINED = 8
"""How many stretches of words are remembered: the accounts of a list have the same before them."""

_BESIDE = re.compile(
    r"\b(?:citoyen(?:ne)?s?|burgers?|internautes?|utilisat(?:eur|rice)s?|gebruikers?|twitteraars?)"
    r"[\s,:(\"]{1,3}$"
)
_ONLOOKERS = re.compile(
    r"\b(?:peuvent|peut|kunnen|kan|invites?|uitgenodigd|suivre|volgen|abonn\w{1,8}|encourages?|"
    r"informes?|geinformeerd)\b"
)
_BEHIND = re.compile(
    r"(?:\s?\([^()\n]{1,20}\))?[ ),(]{1,3}"
    r"(?:(?:le|la|de|het|du|van|son|notre|onze|compte|account) ){0,3}"
)
_OF = re.compile(
    r"[\w'-]{2,20}(?: (?!que |dat |qu'|account|compte|pag|qui |die )[\w'-]{1,14}){0,5} "
    r"(?:du |de la |de l'|des |van de |van het |van |bij de |bij het |au |a la |aupres du )"
)
_REACH = 160


@lru_cache(maxsize=_CHAINED)
def is_own(far: str) -> bool:
    """Whether the minister speaks of an account as « mon compte », « mijn pagina »."""
    return _OWN.search(far) is not None


def is_person(passage: Passage, far: str, begin: int) -> bool:
    """Whether a person is said to hold what stands at `begin`, behind the words `far`."""
    if _BESIDE.search(far):
        return True
    return any(
        place is not None and _governs(passage, form, begin - len(far) + place, begin)
        for form, place in zip(_FORMS, _last_places(far), strict=True)
    )


@lru_cache(maxsize=_CHAINED)
def _last_places(far: str) -> tuple[int | None, ...]:
    """Where in some words the last of each of _FORMS begins."""
    found = ([one.start() for one in form.finditer(far)] for form in _FORMS)
    return tuple(places[-1] if places else None for places in found)


def is_person_behind(passage: Passage, candidate: Candidate) -> bool:
    """« @x (staatssecretaris) », « @x, compte personnel »."""
    gap = _BEHIND.match(passage.folded, candidate.end)
    if gap is None:
        return False
    return any(form.match(passage.folded, gap.end()) for form in (_OFFICE, _PRIVATE))


@lru_cache(maxsize=8)
def _as_handles(persons: frozenset[str]) -> frozenset[str]:
    return frozenset(path.removeprefix("person/").replace("-", "") for path in persons)


def is_named_person(handle: str | None, persons: frozenset[str]) -> bool:
    """Whether a handle is the whole name of a person whom an authority file has.

    >>> is_named_person("eliodirupo", frozenset({"person/elio-di-rupo"}))
    True
    """
    return handle is not None and compact(handle) in _as_handles(persons)


def _governs(passage: Passage, form: re.Pattern[str], person: int, begin: int) -> bool:
    """Whether nobody else comes between a person and the account."""
    behind = passage.folded[person:begin]
    hits = passage.services.between(max(person - _REACH, 0), begin)
    if any(
        hit.start <= person < hit.end for hit in hits
    ):  # « SPF Chancellerie du Premier Ministre »
        return False
    if form is _PEOPLE and (
        _ONLOOKERS.search(behind) or any(_same_sentence(passage, hit, person) for hit in hits)
    ):
        return False
    named = [hit for hit in hits if hit.start > person]
    if not named:
        return True
    return len({hit.path for hit in named}) == 1 and _is_of(passage, person, named[0])


def _is_of(passage: Passage, person: int, hit: Hit) -> bool:
    return _OF.fullmatch(passage.folded, person, hit.start) is not None


def _same_sentence(passage: Passage, hit: Hit, at: int) -> bool:
    between = passage.text[hit.end : at]
    return hit.end <= at and ". " not in between and "\n" not in between and ";" not in between
