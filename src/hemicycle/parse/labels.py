"""What the Senate prints, one row a label: the only place where a new one is added.

Sources: the labels of some 130 pages of legislatures 1 to 7; a label that no row
has is kept as `unknown`, with its words.
"""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct


class EventLabel(Struct, frozen=True):
    """A kind of event and how the chronology prints it."""

    kind: str
    printed: str


class RelationLabel(Struct, frozen=True):
    """A kind of relation and how a page prints it, before the colon."""

    kind: str
    printed: str


class TargetLabel(Struct, frozen=True):
    """A kind of question that a relation points at, as printed before its number."""

    kind: str
    printed: str


EVENT_LABELS = (
    EventLabel("question-sent", "Envoi question"),
    EventLabel("question-sent", "Verzending vraag"),
    EventLabel("reminder", "Rappel"),
    EventLabel("answer", "Réponse"),
    EventLabel("answer", "Antwoord"),
    EventLabel("supplementary-answer", "Réponse complémentaire"),
    EventLabel("supplementary-answer", "Aanvullend antwoord"),
    EventLabel("file-closed", "Dossier clôturé"),
    EventLabel("file-closed", "Dossier gesloten"),
    EventLabel("end-of-legislature", "Fin de la législature"),
    EventLabel("end-of-legislature", "Einde zittingsperiode"),
    EventLabel("requalification", "Requalification"),
    EventLabel("requalification", "Herkwalificatie"),
)

DEADLINE_LABELS = ("Fin du délai de réponse", "Einde van de antwoordtermijn")

RELATION_LABELS = (
    RelationLabel("also-asked", "Aussi posée à"),
    RelationLabel("also-asked", "Ook gesteld aan"),
    RelationLabel("reintroduced-as", "Réintroduite comme"),
    RelationLabel("reintroduced-as", "Heringediend als"),
    RelationLabel("reintroduction-of", "Réintroduction de"),
    RelationLabel("reintroduction-of", "Herindiening van"),
    RelationLabel("requalification-of", "Requalification de"),
    RelationLabel("requalification-of", "Herkwalificatie van"),
    RelationLabel("requalified-as", "Requalifiée en"),
    RelationLabel("requalified-as", "Geherkwalificeerd als"),
    RelationLabel("linked-to", "Lien avec une autre question"),
)

TARGET_LABELS = (
    TargetLabel("written-question", "question écrite"),
    TargetLabel("written-question", "schriftelijke vraag"),
    TargetLabel("request-for-explanations", "demande d'explications"),
    TargetLabel("request-for-explanations", "vraag om uitleg"),
    TargetLabel("oral-question", "question orale"),
    TargetLabel("oral-question", "mondelinge vraag"),
    TargetLabel("interpellation", "interpellation"),
    TargetLabel("interpellation", "interpellatie"),
)

LANGUAGE_WORDS = {
    "français": "fr",
    "frans": "fr",
    "néerlandais": "nl",
    "nederlands": "nl",
    "allemand": "de",
    "duits": "de",
}
"""The last word of "(Question posée en …)" and "(Vraag gesteld in het …)"."""

_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=16_384)
def fold(label: str) -> str:
    """A label without case, accents, typographic apostrophes and doubled blanks.

    >>> fold("Dossier  clôturé") == fold("dossier cloture")
    True
    """
    plain = unicodedata.normalize("NFKD", label.replace("’", "'")).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _BLANKS.sub(" ", letters).strip()


EVENT_KINDS = {fold(row.printed): row.kind for row in EVENT_LABELS}
RELATION_KINDS = {fold(row.printed): row.kind for row in RELATION_LABELS}
TARGET_KINDS = {fold(row.printed): row.kind for row in TARGET_LABELS}
