"""An account in a passage to the service it is said to be of, and how that is known."""

import re
from itertools import islice
from typing import Literal

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.candidates import Candidate
from hemicycle.link.chains import chain_start
from hemicycle.link.clauses import line_end, line_start, sentence_start
from hemicycle.link.fold import plain_words, vocabulary
from hemicycle.link.holders import read_holder
from hemicycle.link.nearby import named_before, printed_services
from hemicycle.link.outsiders import is_elsewhere
from hemicycle.link.own_names import own_name
from hemicycle.link.passages import Passage
from hemicycle.link.persons import is_named_person
from hemicycle.link.spokespeople import spokesperson_of
from hemicycle.links import Attribution

Role = Literal["holder", "spokesperson"]

_OWN = re.compile(
    r"\b(?:mon (?:departement|administration)|mes services|mijn (?:departement|administratie|"
    r"diensten)|ons departement|notre departement)\b"
)
_UNIT = re.compile(r"\b(?:direction generale|algemene directie|administration generale)\b")
_HEAD = re.compile(r"(?:spf|fod|spp|pod|service public|federale overheids|programmatorische)\b")
_OURS = vocabulary(
    "compte comptes page pages account accounts pagina paginas profil profiel chaine kanaal groupe "
    "groep ambassade ambassades ambassaden consulat direction directie service services dienst "
    "diensten administration administratie cellule cel departement campagne site adresse adresses "
    "nous notre nos ons onze wij"
)
"""What a service has, or is a part of it: accounts beside these are its own."""
_LABEL_WORDS = 2


class Owned(Struct, frozen=True):
    """Whose account it is; `is_outside` where the page says it is of no service."""

    attribution: Attribution | None
    is_outside: bool = False


def attribute(passage: Passage, candidate: Candidate, authority: Authority) -> Owned:
    """Whose account a candidate is; nobody's where the page does not tell.

    What is printed nearest wins: words behind it, its sentence, the line that
    opens its list, the heading of its section. Then its own name, then, in an
    answer, the service that the section names last before it or first of all.
    A person's account is no service's, whatever stands nearby.
    """
    if is_named_person(candidate.handle, authority.persons):
        return Owned(None, is_outside=True)
    start = sentence_start(passage.text, candidate.start)
    begin = chain_start(passage, candidate, start)
    holder = read_holder(passage, candidate, start, begin)
    if holder == "nobody":
        return Owned(None, is_outside=True)
    if holder == "person":
        return _in_spite(passage, candidate, authority)
    role: Role = "spokesperson" if holder == "spokesperson" else "holder"
    if role == "spokesperson" and (spoken := spokesperson_of(passage, candidate, start)):
        return Owned(Attribution(spoken, role, "printed"))
    if is_elsewhere(passage, candidate, start, begin):
        own = own_name(passage, candidate, authority)
        if own is None:
            return Owned(None, is_outside=True)
        return Owned(Attribution(own, role, "inferred"))
    return _of_service(passage, candidate, start, role, authority)


def _of_service(
    passage: Passage, candidate: Candidate, start: int, role: Role, authority: Authority
) -> Owned:
    """Whose account it is, where it is a service's or its spokesperson's."""
    printed = printed_services(passage, candidate, start)
    own = own_name(passage, candidate, authority)
    before = [hit.path for hit in passage.services.between(start, candidate.start)]
    if own in before and own not in printed:
        printed = [own]
    if len(printed) == 1:
        return Owned(Attribution(printed[0], role, "printed"))
    if _may_be_private(candidate):
        return Owned(None)
    if own is None and not printed:
        own = _spoken_for(passage, candidate)
    return Owned(None if own is None else Attribution(own, role, "inferred"))


def _in_spite(passage: Passage, candidate: Candidate, authority: Authority) -> Owned:
    """Of an account that a person is said to hold: « le directeur tient aussi @SPFJustice »."""
    own = own_name(passage, candidate, authority)
    if own is None:
        return Owned(None, is_outside=True)
    return Owned(Attribution(own, "holder", "inferred"))


def speakers(passage: Passage, candidate: Candidate, authority: Authority) -> list[str] | None:
    """The services that a statement on a platform is of: several in « A et B n'ont pas … ».

    None of them where a person says it of himself.
    """
    start = sentence_start(passage.text, candidate.start)
    if read_holder(passage, candidate, start, candidate.start) in ("person", "nobody"):
        return None
    printed = printed_services(passage, candidate, start)
    if printed:
        return printed
    own = _spoken_for(passage, candidate)
    return [] if own is None else [own]


def _may_be_private(candidate: Candidate) -> bool:
    """Whether only a page that prints its owner makes it a service's: Facebook's profiles."""
    is_profile = candidate.platform == "facebook" and candidate.kind == "profile"
    return is_profile and candidate.rule == "address"


def _spoken_for(passage: Passage, candidate: Candidate) -> str | None:
    """The service an answer speaks for: last named in the paragraph, or named first of all.

    One that is named only later counts where the text names no other.
    """
    if passage.stance == "mentioned":
        return None
    line = line_start(passage.text, candidate.start)
    near = _whole(passage, candidate) or named_before(passage, candidate, line)
    if len(near) == 1:
        return near[0]
    hits = passage.services.hits
    is_later = bool(hits) and hits[0].start > candidate.start
    if not hits or (is_later and _has_subject(passage, candidate)):
        return None
    if is_later and _is_others(passage, candidate):
        return None
    if is_later and (passage.services.only is None or _is_own(passage, line)):
        return None
    return hits[0].path


def _is_others(passage: Passage, candidate: Candidate) -> bool:
    """Whether it is in brackets behind words of no account or unit: « le parlement (@x) »."""
    if passage.text[max(candidate.start - 1, 0) : candidate.start] != "(":
        return False
    start = sentence_start(passage.text, candidate.start)
    if passage.platforms.between(start, candidate.start):
        return False
    return _OURS.isdisjoint(plain_words(passage.folded[start : candidate.start]))


def _has_subject(passage: Passage, candidate: Candidate) -> bool:
    """Whether a statement has a subject of its own, and is no label as in « Facebook: geen »."""
    start = sentence_start(passage.text, candidate.start)
    said = passage.text[start : candidate.start].split()
    return candidate.rule == "statement" and len(said) > _LABEL_WORDS


def _whole(passage: Passage, candidate: Candidate) -> list[str]:
    """The federal service named first, where the sentence is of one of its units without name."""
    start = sentence_start(passage.text, candidate.start)
    if not _UNIT.search(passage.folded, start, candidate.start):
        return []
    heads = (hit.path for hit in passage.services.hits if _HEAD.match(passage.folded, hit.start))
    return list(islice(heads, 1))


def _is_own(passage: Passage, line: int) -> bool:
    """Whether a paragraph speaks of the minister's own administration, by no name."""
    return _OWN.search(passage.folded, line, line_end(passage.text, line)) is not None
