"""An account in a passage to the service it is said to be of, and how that is known."""

import re
from collections.abc import Sequence
from typing import Literal

from hemicycle.link.authority import Authority
from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import (
    clause_start,
    line_end,
    line_start,
    sentence_end,
    sentence_start,
)
from hemicycle.link.fold import compact
from hemicycle.link.outsiders import is_of_foreigner, read_holder
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.places import Hit
from hemicycle.links import Attribution

Role = Literal["holder", "spokesperson"]

_BEHIND = re.compile(
    r"(?:\s?\")?(?:\s?\((?:fr|nl|de|en|f|n)(?:\s?[/+&,]\s?(?:fr|nl|de|en))?\))?"
    r"(?:\s?\((?:le |la |l'|de |het )?"
    r"|,?(?: est| is)? (?:(?:le |la |de |het )?(?:compte|page|account|pagina|profiel|profil) "
    r"(?:\w{1,12} )?)?"
    r"(?:du |de la |de l'|des |van de |van het |van ))"
)
_SUBJECT = re.compile(
    r"(?:\s?(?:,|/|&|\+|et|en|ou|of)?\s?@[\w.]{1,30}){0,4}(?:\s?\([^()]{1,20}\))?, "
    r"(?:le |la |l'|de |het )?"
)
_MAKER = re.compile(
    r"[^.;]{0,60}\b(?:cree|ouvert|lance|gere|anime|alimente|aangemaakt|beheerd|opgericht|gelanceerd)"
    r"e?s? (?:par|door) (?:le |la |l'|de |het )?"
)
_ALOOF = re.compile(
    r"\b(?:avec|met|comme|zoals|contre|tegen|vers|naar|exemple|voorbeeld|outre|naast|sauf|hormis|"
    r"sans|zonder)(?: (?:le|la|les|l'|de|het|du|van|van de))?\s?$"
)
_AND = re.compile(r"\s?(?:,|et|en|&|ainsi que|alsook|ou|of)\s(?:le |la |les |l'|de |het )?")
_ENDING = ("belgium", "belgique", "belgie", "be")
_WINDOW, _REACH, _LIST_REACH = 80, 2000, 8000
_HEADING_SHARE, _LONGEST_HEADING = 0.6, 160


def attribute(passage: Passage, candidate: Candidate, authority: Authority) -> Attribution | None:
    """Whose account a candidate is; None where the page does not tell.

    What is printed nearest wins: words behind it, its sentence, the line that
    opens its list, the heading of its section. Then its own name, then, in an
    answer, the service that the section names last before it or first of all.
    """
    start = sentence_start(passage.text, candidate.start)
    holder = read_holder(passage, candidate, start)
    if holder == "person":
        return None
    role: Role = "spokesperson" if holder == "spokesperson" else "holder"
    is_foreign = is_of_foreigner(passage, candidate)
    printed = [] if is_foreign else _printed(passage, candidate, start)
    if len(printed) == 1:
        return Attribution(printed[0], role, "printed")
    own = _own_name(passage, candidate, authority)
    if own is None and not printed and not is_foreign:
        own = _spoken_for(passage, candidate)
    return None if own is None else Attribution(own, role, "inferred")


def _printed(passage: Passage, candidate: Candidate, start: int) -> list[str]:
    """The service that the page prints as the account's; two where it does not tell them apart."""
    if passage.stance == "mentioned":
        start = clause_start(passage.text, candidate.start)
    if named := _named_behind(passage, candidate) or _named_before(passage, candidate, start):
        return named
    if named := _subject_behind(passage, candidate):
        return named
    if passage.stance == "mentioned":
        return []
    opening = _opens_list(passage, candidate)
    return opening or ([] if passage.heading is None else [passage.heading])


def _named_behind(passage: Passage, candidate: Candidate) -> list[str]:
    """« @SPFFinances (SPF Finances) », « la page … du SPF Finances »."""
    for hit in passage.services.between(candidate.end, candidate.end + _WINDOW)[:1]:
        if _BEHIND.fullmatch(passage.folded, candidate.end, hit.start):
            return [hit.path]
    return []


def _subject_behind(passage: Passage, candidate: Candidate) -> list[str]:
    """« Via @x, le SPF Emploi informe », « une page créée par le SPF Emploi ».

    Of a statement that there is no account, it is whichever service the sentence goes on to.
    """
    until = sentence_end(passage.text, candidate.end)
    for hit in passage.services.between(candidate.end, until)[:1]:
        gap = (passage.folded, candidate.end, hit.start)
        if candidate.rule == "statement" or _SUBJECT.fullmatch(*gap) or _MAKER.fullmatch(*gap):
            return [hit.path]
    return []


def _named_before(passage: Passage, candidate: Candidate, start: int) -> list[str]:
    """The service named last before it, save one that it is set apart from."""
    hits = passage.services.between(max(start, candidate.start - _REACH), candidate.start)
    for number in range(len(hits) - 1, -1, -1):
        if not _ALOOF.search(
            passage.folded, max(start, hits[number].start - 30), hits[number].start
        ):
            return _coordinated(passage, hits, number)
    return []


def _coordinated(passage: Passage, hits: Sequence[Hit], number: int) -> list[str]:
    """A service, and those it is listed with: « le SPF Emploi et l'ONEM »."""
    paths = {hits[number].path}
    while number and _AND.fullmatch(passage.folded, hits[number - 1].end, hits[number].start):
        number -= 1
        paths.add(hits[number].path)
    return sorted(paths)


def _opens_list(passage: Passage, candidate: Candidate) -> list[str]:
    """The services of the nearest line above that opens a list, or is a heading of its own.

    Lines count up to the beginning of the numbered part.
    """
    part = part_start(passage, candidate.start)
    line = line_start(passage.text, candidate.start)
    above = passage.services.between(max(part, line - _LIST_REACH), line)
    while above:
        begin = max(line_start(passage.text, above[-1].start), part)
        words = passage.text[begin : line_end(passage.text, begin)].rstrip()
        hits = [hit for hit in above if begin <= hit.start]
        length = sum(hit.end - hit.start for hit in hits)
        is_heading = len(words) <= _LONGEST_HEADING and length >= _HEADING_SHARE * len(words)
        if words.endswith(":") or (is_heading and not words.endswith((".", ";"))):
            return sorted({hit.path for hit in hits})
        above = above[: len(above) - max(len(hits), 1)]
    return []


def _own_name(passage: Passage, candidate: Candidate, authority: Authority) -> str | None:
    """The service whose name the account bears: FOD_Financien."""
    called = compact(candidate.handle or candidate.name or "")
    for ending in ("", *_ENDING):
        if ending and not called.endswith(ending):
            continue
        names = authority.own_names.get(called.removesuffix(ending), ())
        paths = {name.path for name in names if name.holds(passage.on)}
        if len(paths) == 1:
            return paths.pop()
    return None


def _spoken_for(passage: Passage, candidate: Candidate) -> str | None:
    """The service an answer speaks for: last named in the paragraph, or named first of all."""
    if passage.stance == "mentioned":
        return None
    line = line_start(passage.text, candidate.start)
    near = _named_before(passage, candidate, line)
    if len(near) == 1:
        return near[0]
    return passage.services.hits[0].path if passage.services.hits else None
