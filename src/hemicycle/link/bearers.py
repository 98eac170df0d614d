"""An account in a passage to whether it bears the name of a person in its sentence."""

import re

from hemicycle.link.candidates import Candidate
from hemicycle.link.fold import compact, fold, vocabulary
from hemicycle.link.passages import Passage
from hemicycle.link.places import Hit

_TITLES = frozenset({"m.", "mm.", "mr.", "mme", "mevr.", "mevrouw", "dhr.", "heer", "monsieur"})
_CAPITALISED = re.compile(r"(?<![\w@/.])[A-ZÀ-Þ][\w’'-]{1,25}")
_PARTICLES = vocabulary("van de der den di du le la vande vanden ter ten")
_NO_GIVEN = vocabulary(
    "la le les l de het een un une notre onze son zijn ce cette deze dit via sur op direction "
    "generale general administration service services centre office institut agence musee jobs job "
    "page groupe "
    "algemene directie dienst centrum plan campagne action actie belgian belgium belgique belgie "
    "federal federale federaal royal royale koninklijk operation journee dag semaine week projet "
    "project team portail portaal site twitter facebook youtube linkedin flickr compte account"
)
_QUOTES = '«“„‘"'
_REACH, _SHORTEST, _AFTER = 160, 4, 60


def bears_name(passage: Passage, candidate: Candidate, start: int) -> bool:
    """Whether an account bears the name of a person in its sentence: Tom Auwers (@tomauwers)."""
    handle = compact(candidate.handle or "")
    if len(handle) <= _SHORTEST:
        return False
    for word in _CAPITALISED.finditer(passage.text, start, candidate.end + _AFTER):
        at, end = word.span()
        if candidate.start <= at < candidate.end or end - at < _SHORTEST:
            continue
        plain = passage.folded[at:end].replace("-", "").replace("'", "")
        if plain in handle and _is_surname(passage, start, at, end):
            return True
    return False


def _is_surname(passage: Passage, start: int, at: int, end: int) -> bool:
    """Whether a capitalised word stands behind a given name, and is in no name we know."""
    if any(hit.end > at for hit in _known(passage, at - _REACH, end)):
        return False
    if passage.text[max(at - 1, 0)] in _QUOTES:
        return False
    before = passage.text[max(start, at - 40) : at].split(" ")[:-1]
    while before and fold(before[-1]) in _PARTICLES:
        before.pop()
    given = before[-1].strip(",(") if before else ""
    place = passage.text.rfind(given, start, at)
    if any(hit.start <= place < hit.end for hit in _known(passage, place - _REACH, at)):
        return False
    if fold(given) in _TITLES:
        return True
    is_name = given[:1].isupper() and given[1:2].islower() and given.replace("-", "").isalpha()
    return is_name and fold(given) not in _NO_GIVEN and "\n" not in given


def _known(passage: Passage, start: int, end: int) -> list[Hit]:
    return [*passage.services.between(start, end), *passage.platforms.between(start, end)]
