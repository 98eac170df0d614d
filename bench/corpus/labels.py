"""Days, kinds and names to the labelled lines that the Senate prints."""

from collections.abc import Sequence
from datetime import date

from corpus.days import numeric, written
from corpus.family import Happening, Tie

EVENTS = {
    "question-sent": {"fr": "Envoi question", "nl": "Verzending vraag"},
    "reminder": {"fr": "Rappel", "nl": "Rappel"},
    "answer": {"fr": "Réponse", "nl": "Antwoord"},
    "supplementary-answer": {"fr": "Réponse complémentaire", "nl": "Aanvullend antwoord"},
    "file-closed": {"fr": "Dossier clôturé", "nl": "Dossier gesloten"},
    "end-of-legislature": {"fr": "Fin de la législature", "nl": "Einde zittingsperiode"},
    "requalification": {"fr": "Requalification", "nl": "Herkwalificatie"},
}
TIES = {
    "also-asked": {"fr": "Aussi posée à", "nl": "Ook gesteld aan"},
    "reintroduced-as": {"fr": "Réintroduite comme", "nl": "Heringediend als"},
    "reintroduction-of": {"fr": "Réintroduction de", "nl": "Herindiening van"},
    "requalification-of": {"fr": "Requalification de", "nl": "Herkwalificatie van"},
    "requalified-as": {"fr": "Requalifiée en", "nl": "Geherkwalificeerd als"},
    "linked-to": {"fr": "Lien avec une autre question"},
}
"""How relations are printed; the Dutch of the last one was never seen, so none is made up."""

TARGETS = {
    "written-question": {"fr": "question écrite", "nl": "schriftelijke vraag"},
    "request-for-explanations": {"fr": "demande d'explications", "nl": "vraag om uitleg"},
    "oral-question": {"fr": "question orale", "nl": "mondelinge vraag"},
}
DEADLINES = {"fr": "Fin du délai de réponse", "nl": "Einde van de antwoordtermijn"}
LINKS = {
    "fr": ("Version à imprimer bilingue", "Version à imprimer unilingue"),
    "nl": ("Tweetalige printerversie", "Eentalige printerversie"),
}
INSTITUTIONS = {"fr": "SÉNAT DE BELGIQUE", "nl": "BELGISCHE SENAAT"}
HOUSES = {"fr": "SÉNAT", "nl": "SENAAT"}
NOT_YET = {"fr": "Texte pas encore disponible.", "nl": "Tekst nog niet beschikbaar."}
_LANGUAGE_NAMES = {
    "fr": {"fr": "français", "nl": "néerlandais"},
    "nl": {"fr": "Frans", "nl": "Nederlands"},
}


def heading(number: str, language: str) -> str:
    """`Question écrite n° 5-8916`."""
    return (
        f"Question écrite n° {number}" if language == "fr" else f"Schriftelijke vraag nr. {number}"
    )


def on_day(day: date, language: str) -> str:
    """`du 30 avril 2013`, `d.d. 30 april 2013`."""
    return f"{'du' if language == 'fr' else 'd.d.'} {written(day, language)}"


def session_line(session: str, language: str) -> str:
    """`Zitting 2012-2013`, `Session extraordinaire de 2019`."""
    if "-" in session:
        return f"{'Session' if language == 'fr' else 'Zitting'} {session}"
    words = "Session extraordinaire de" if language == "fr" else "Buitengewone zitting van"
    return f"{words} {session}"


def question_marker(number: str, day: date, asked_in: str, language: str) -> str:
    """`Question n° 5-8916 du 30 avril 2013 : (Question posée en néerlandais)`."""
    name = _LANGUAGE_NAMES[language][asked_in]
    if language == "fr":
        return f"Question n° {number} {on_day(day, language)} : (Question posée en {name})"
    return f"Vraag nr. {number} {on_day(day, language)} : (Vraag gesteld in het {name})"


def print_marker(number: str, day: date, asked_in: str, language: str) -> str:
    """`SÉNAT Question écrite n° … : (Question posée en néerlandais)`."""
    _, _, rest = question_marker(number, day, asked_in, language).partition(number)
    return f"{HOUSES[language]} {heading(number, language)}{rest}"


def answer_marker(day: date, is_supplementary: bool, language: str) -> str:
    """`Réponse reçue le 4 mai 2010 :`."""
    if language == "fr":
        words = "Réponse complémentaire reçue le" if is_supplementary else "Réponse reçue le"
    else:
        words = "Aanvullend antwoord ontvangen op" if is_supplementary else "Antwoord ontvangen op"
    return f"{words} {written(day, language)} :"


def event_label(happening: Happening, language: str) -> str:
    """What the chronology calls an event."""
    return happening.label or EVENTS[happening.kind][language]


def deadline_label(day: date, language: str, is_loose: bool) -> str:
    """`(Fin du délai de réponse: 11/12/2008)`; some copies have a blank before the end."""
    return f"({DEADLINES[language]}: {numeric(day)}{' ' if is_loose else ''})"


def tie_lines(ties: Sequence[Tie], language: str) -> list[str]:
    """`Aussi posée à : question écrite 5-8900`."""
    lines = []
    for tie in ties:
        label = tie.label or TIES[tie.kind][language]
        lines.append(f"{label} : {TARGETS[tie.target_kind][language]} {tie.target}")
    return lines
