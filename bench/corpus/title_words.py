"""What any question may have: last segments of titles, and keywords."""

from functools import cache

from corpus.pairs import Pair, read_pair

_ENDINGS = """
Chiffres = Cijfers
Évolution = Evolutie
Mesures = Maatregelen
Bilan = Balans
Coopération avec les Régions = Samenwerking met de gewesten
Répartition par province = Verdeling per provincie
Suivi des plaintes = Opvolging van de klachten
Coût pour le budget = Kostprijs voor de begroting
"""

_COMMON_KEYWORDS = """
statistique officielle = officiële statistiek
répartition géographique = geografische spreiding
administration publique = overheidsadministratie
budget de l'État = rijksbegroting
sensibilisation du public = bewustmaking van de burgers
Rwanda = Rwanda
"""

# Of these the parser knows where one ends and the next begins (parse/known_labels.bin).
_RUN_TOGETHER = """
statistique officielle = officiële statistiek
sécurité routière = verkeersveiligheid
stupéfiant = verdovend middel
contrôle de police = politiecontrole
emploi des langues = taalgebruik
fonctionnaire = ambtenaar
administration publique = overheidsadministratie
médias sociaux = sociale media
criminalité = criminaliteit
"""


@cache
def endings() -> tuple[Pair, ...]:
    """Last segments that any title may have."""
    return tuple(read_pair(line) for line in _ENDINGS.strip().splitlines())


@cache
def common_keywords() -> tuple[Pair, ...]:
    """Keywords that any question may have; one is the same word in both languages."""
    return tuple(read_pair(line) for line in _COMMON_KEYWORDS.strip().splitlines())


@cache
def run_together_keywords() -> tuple[Pair, ...]:
    """Keywords for the layout that prints them with nothing but blanks between them."""
    return tuple(read_pair(line) for line in _RUN_TOGETHER.strip().splitlines())
