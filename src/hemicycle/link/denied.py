"""The words around the name of a platform to whether they deny an account there."""

from collections.abc import Sequence

from hemicycle.link.fold import vocabulary
from hemicycle.link.phrases import Phrase
from hemicycle.link.verbs import ABSENT, PRESENT, is_denied, is_had, is_planned, said_of_presence

_USING = vocabulary(
    "utilise utilisent utilisons utiliser recourt recourent gebruikt gebruiken gebruik inzet"
)
_ON = vocabulary("sur op")
_NOT_ON = vocabulary("pas niet ni noch plus")
_NONE = vocabulary("geen aucun aucune")
_NEITHER = vocabulary("ni noch aucun aucune geen")
_EXIST = vocabulary("existe existent bestaat bestaan")
_EXISTS = _EXIST | vocabulary("ete is er werd heeft hebben")
_NEAR, _FAR, _BESIDE, _FIRST, _CLOSE, _SOON = 6, 12, 5, 4, 4, 4


def denies(before: list[str], behind: list[str], phrases: Sequence[Phrase]) -> bool:
    """Whether a sentence denies what stands in it between `before` and `behind`.

    `phrases` are the account nouns there: « compte Twitter »; none where the
    platform stands alone: « présent sur Twitter ».
    """
    if behind == ["wel"]:
        return False
    if any(phrase.determiner == "negative" for phrase in phrases):
        return True
    if phrases and _is_none(before, behind):
        return True
    if any(phrase.determiner == "indefinite" for phrase in phrases):
        return _denies_having(before, behind)
    if said := said_of_presence(before):
        return is_denied(before[max(len(said) - _NEAR, 0) :])
    if not phrases and (_denies_using(before) or _is_not_on(before)):
        return True
    return not ABSENT.isdisjoint(before[-_CLOSE:]) or _is_absent(before, behind)


def _is_of_none(before: list[str]) -> bool:
    """« Ni A ni B n'ont de page », « Aucun service ne dispose d'un compte »."""
    return not _NEITHER.isdisjoint(before[:1]) and is_had(before, []) and not is_planned(before)


def _is_none(before: list[str], behind: list[str]) -> bool:
    """« geen eigen Facebookpagina », « sa page Facebook n'existe plus »."""
    soon = behind[:_SOON]
    if is_denied(soon) and not _EXIST.isdisjoint(soon):
        return True
    return not _NONE.isdisjoint(before[-1:]) or _is_of_none(before)


def _is_absent(before: list[str], behind: list[str]) -> bool:
    """« Op Facebook is de RSZ niet aanwezig »."""
    return not _ON.isdisjoint(before[-1:]) and _denies_presence(behind[:_FAR])


def _denies_having(before: list[str], behind: list[str]) -> bool:
    """« n'a pas un compte », « Ni A ni B n'ont un compte », « Een account is er niet »."""
    if is_had(before, []) and is_denied(before[-_NEAR:]):
        return not is_planned(before[-_FAR:])
    is_subject = len(before) <= _FIRST
    said = behind[:_BESIDE]
    return is_subject and is_denied(said) and not _EXISTS.isdisjoint(said)


def _denies_using(before: list[str]) -> bool:
    """« n'utilise pas Facebook », « maakt geen gebruik van Facebook »."""
    return not _USING.isdisjoint(before[-_NEAR:]) and is_denied(before[-_CLOSE:])


def _is_not_on(before: list[str]) -> bool:
    """« mais pas sur Twitter », « niet op Facebook »."""
    return not _ON.isdisjoint(before[-1:]) and not _NOT_ON.isdisjoint(before[-2:-1])


def _denies_presence(behind: list[str]) -> bool:
    """Whether « … n'est pas encore présent » or « … niet actief » follows."""
    return any(
        word in ("pas", "niet", "aucune", "geen")
        and not PRESENT.isdisjoint(behind[at + 1 : at + 3])
        for at, word in enumerate(behind)
    )
