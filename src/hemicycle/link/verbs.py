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
_NOT = vocabulary("pas aucun aucune jamais ni sans geen niet nooit noch evenmin zonder")
_PLAN = vocabulary(
    "envisage envisagent envisageons envisagee projette projettent prevoit prevoient prevu prevue "
    "planifie planifiee souhaite souhaitent etudie etudient examine examinent pourrait pourraient "
    "serait seraient sera seront bientot prochainement futur future overweegt overwegen overwogen "
    "plant plannen gepland plan voornemens wenst wensen onderzoekt onderzocht bekijkt bekeken "
    "zal zullen zou zouden binnenkort toekomst toekomstige voorbereiding preparation"
)
_OTHERS = vocabulary(
    "citoyen citoyens burger burgers faux fausse fausses nep valse tiers derden parodie pirate "
    "inconnu inconnus onbekende onbekenden officieuse utilisateur utilisateurs gebruiker "
    "gebruikers personnes gens mensen belges belgen jeunes jongeren entreprises bedrijven membres "
    "leden travailleurs werknemers fonctionnaires ambtenaren quiconque iedereen chacun"
)
_SPEAKERS = vocabulary(
    "spf spp fod pod il elle nous je j on y administration administratie departement service "
    "services dienst diensten institution organisme instelling office agence agentschap wij we ik "
    "deze zij ze"
)
_SIGNS = _NOT | _PLAN
_AND = vocabulary("et en ainsi que alsook")
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


def has_speaker(words: list[str]) -> bool:
    """Whether some words hold one who can speak for a service: « il », « mon administration »."""
    return not _SPEAKERS.isdisjoint(words)


def is_worth_reading(words: Sequence[str]) -> bool:
    """Whether some words hold any sign of a denial or a plan; if not, there is neither."""
    return not _SIGNS.isdisjoint(words)


def is_denied(words: list[str]) -> bool:
    """Whether some words hold a negation."""
    return not _NOT.isdisjoint(words)


def is_planned(words: list[str]) -> bool:
    """Whether some words speak of what is to come or to be considered."""
    return not _PLAN.isdisjoint(words)


def is_of_others(words: list[str]) -> bool:
    """Whether some words speak of accounts that are not the service's."""
    return not _OTHERS.isdisjoint(words)
