"""The words around an account noun to what is said of it: held, denied or planned."""

from collections.abc import Sequence

from hemicycle.link.clauses import sentence_end, sentence_start
from hemicycle.link.fold import plain_words, vocabulary
from hemicycle.link.passages import Passage

_HAVE = vocabulary(
    "dispose disposent disposons possede possedent a ont avons gere gerent gerons utilise "
    "utilisent anime animent alimente detient exploite cree ouvert lance heeft hebben "
    "beschikt beschikken beheert beheren bezit bezitten gebruikt gebruiken onderhoudt "
    "lanceerde creeerde opende"
)
_MADE = vocabulary(
    "cree creee crees creees ouvert ouverte lance lancee active activee aangemaakt opgericht "
    "gelanceerd gecreeerd geopend opgestart"
)
_NOT = vocabulary(
    "pas plus aucun aucune aucunement nullement jamais ni sans geen niet nooit noch evenmin zonder"
)
_PLAN = vocabulary(
    "envisage envisagent envisageons envisagee envisagees projette projettent projet prevoit "
    "prevoient prevoyons prevu prevue prevus planifie planifiee souhaite souhaitent etudie "
    "etudient etude examine examinent examinee pourrait pourraient serait seraient sera seront va "
    "vont intention songe songent reflechit reflexion bientot prochainement futur future lancera "
    "lanceront ouvrira ouvriront creera creeront disposera disposeront developpera rejoindra "
    "overweegt overwegen overwogen plant plannen gepland voornemens voornemen bedoeling wenst "
    "wensen wil willen denkt onderzoekt onderzoeken onderzocht bekijkt bekeken bestudeert "
    "bestudeerd studie gaat gaan zal zullen zou zouden binnenkort weldra toekomst toekomstige "
    "voorbereiding preparation maak ordre orde gewerkt bereidt bereiden prepare preparent"
)
_AFTER_PLAN, _BEFORE_PLAN = 2, 3
_BUT = vocabulary("mais maar doch toutefois echter cependant")
_OTHERS = vocabulary(
    "citoyen citoyens burger burgers faux fausse fausses nep valse tiers derden parodie pirate "
    "inconnu inconnus onbekende onbekenden officieuse utilisateur utilisateurs gebruiker "
    "gebruikers personnes gens mensen belges belgen jeunes jongeren entreprises bedrijven membres "
    "leden travailleurs werknemers fonctionnaires ambtenaren personeelsleden agents "
    "personnel quiconque iedereen chacun"
)
_SPEAKERS = vocabulary(
    "spf spp fod pod il elle nous je j on y administration administratie departement service "
    "services dienst diensten institution organisme instelling office agence agentschap wij we ik "
    "deze zij ze"
)
PRESENT = vocabulary(
    "present presente presents presentes presence actif active actifs actives aanwezig "
    "aanwezigheid actief vertegenwoordigd"
)
"""What says that somebody is on a platform."""

ABSENT = vocabulary("absent absente absents absentes afwezig")
"""What says that somebody is not."""

_LINKS = vocabulary(
    "sur op ni noch de d van via un une een geen of ou a les des sociale media zoals medias "
    "sociaux reseaux comme tels tel que"
)
_SIGNS = _NOT | _PLAN | ABSENT | {"cours", "plan"} | vocabulary("neen nee non neant nihil")
_AND = vocabulary("et en ainsi que alsook")
_EXIST = vocabulary("existe bestaat")
_SHORT = 4
_NEAR = 12
"""How many words a verb may stand away from its account noun."""


def sentence_words(passage: Passage, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of a sentence before and behind [start, end), each in the order of the text."""
    before = passage.folded[sentence_start(passage.text, start) : start]
    behind = passage.folded[end : sentence_end(passage.text, end)]
    return plain_words(before), plain_words(behind)


def is_had(before: list[str], behind: list[str]) -> bool:
    """Whether a verb nearby says that somebody has or made what the noun names."""
    is_listed = not _AND.isdisjoint(before[-2:])
    return not _HAVE.isdisjoint(before if is_listed else before[-_NEAR:]) or not _MADE.isdisjoint(
        behind[:_NEAR]
    )


def exists(before: Sequence[str]) -> bool:
    """Whether the last words are « il existe », « er is (wel) »."""
    near = list(before[-_SHORT:])
    return not _EXIST.isdisjoint(near) or ("er" in near and "is" in near)


def has_speaker(words: list[str]) -> bool:
    """Whether some words hold one who can speak for a service: « il », « mon administration »."""
    return not _SPEAKERS.isdisjoint(words)


def is_worth_reading(words: Sequence[str]) -> bool:
    """Whether some words hold any sign of a denial or a plan; if not, there is neither."""
    return not _SIGNS.isdisjoint(words)


def is_denied(words: list[str]) -> bool:
    """Whether some words hold a negation."""
    return not _NOT.isdisjoint(words)


def since_but(words: list[str]) -> list[str]:
    """The words behind the last « mais », « maar »: what stands before says the contrary.

    >>> since_but("heeft geen account maar wel een".split())
    ['wel', 'een']
    """
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _BUT:
            return words[at + 1 :]
    return words


def is_plan_denied(words: list[str]) -> bool:
    """Whether some words deny a plan: « n'envisage pas », « aucun projet », « niet van plan ».

    >>> is_plan_denied("le spf n envisage pas d ouvrir".split())
    True
    >>> is_plan_denied("il n est pas present mais prevoit d ouvrir".split())
    False
    """
    for at, word in enumerate(words):
        if word not in _PLAN and not (word == "plan" and words[at - 1 : at] == ["van"]):
            continue
        before = words[max(at - _BEFORE_PLAN, 0) : at]
        while not _BUT.isdisjoint(before):
            before = before[1:]
        around = before + words[at + 1 : at + 1 + _AFTER_PLAN]
        if not _NOT.isdisjoint(around):
            return True
    return False


def is_planned(words: list[str]) -> bool:
    """Whether some words speak of what is to come or to be considered."""
    text = f" {' '.join(words)} "
    return not _PLAN.isdisjoint(words) or " en cours de " in text or " van plan " in text


def is_presence(before: list[str]) -> bool:
    """Whether the last words are « présent sur », « actief op »."""
    return bool(said_of_presence(before))


def said_of_presence(before: Sequence[str]) -> Sequence[str]:
    """The words up to « présent sur », « actief op » where the last words are that; else none."""
    end = len(before)
    while end and before[end - 1] in _LINKS:
        end -= 1
    is_said = 0 < end < len(before) and before[end - 1] in PRESENT
    return before[:end] if is_said else ()


def will_be_present(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a platform stands in « zal op Twitter aanwezig zijn »."""
    return before[-1:] == ["op"] and not PRESENT.isdisjoint(behind[:3])


def is_of_others(words: list[str]) -> bool:
    """Whether some words speak of accounts that are not the service's."""
    return not _OTHERS.isdisjoint(words)
