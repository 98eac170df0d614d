"""An account in a passage to the services printed near it, nearest first."""

import re
from collections.abc import Sequence

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import clause_start, line_end, line_start, sentence_end
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.places import Hit

_BEHIND = re.compile(
    r"(?:\s?\")?(?:\s?\((?:fr|nl|de|en|f|n)(?:\s?[/+&,]\s?(?:fr|nl|de|en))?\))?"
    r"(?:\s?\((?:le |la |l'|de |het )?"
    r"|,?(?: est| is)? (?:(?:le |la |de |het )?(?:compte|page|account|pagina|profiel|profil) "
    r"(?:\w{1,12} )?)?"
    r"(?:du |de la |de l'|des |van de |van het |van ))"
)
_LABEL = re.compile(
    r"(?:\s?\([^()\n]{1,20}\))?\s?[:=-]\s?(?:le |la |l'|de |het |compte (?:du |de l')?)?"
)
_LABEL_END = re.compile(r"(?:\s?\([^()\n]{1,20}\))?\s?(?:[.;,)]|$|\n)")
"""« @CrisiscenterBE : Centre de crise », and the end of the line or item."""
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
_WHO = re.compile(r"(?:\s?\([^()\n]{1,40}\))?,? (?:qui|dat|die|lequel|laquelle)\b")
_AND = re.compile(
    r"\s?(?:,\s?(?:et|en|ni|noch|ou|of)?|et|en|&|ainsi que|alsook|ou|of|ni|noch)"
    r"\s?(?:le |la |les |l'|de |het )?"
)
_PART_OF = re.compile(
    r"(?:\s?\([^()\n@/.]{2,20}\))? (?:(?:qui )?(?:fait partie |depend )|(?:onder)?deel )?"
    r"(?:du |de la |de l'|des |au sein du |au sein de l'|aupres du |van de |van het |van |"
    r"binnen de |bij de |in de schoot van de )"
)
_EACH = re.compile(r"\brespecti(?:vement|evelijk)")
_WINDOW, _REACH, _LIST_REACH = 80, 2000, 8000
_HEADING_SHARE, _LONGEST_HEADING = 0.6, 160


def printed_services(passage: Passage, candidate: Candidate, start: int) -> list[str]:
    """The service that the page prints as the account's; two where it does not tell them apart.

    Words behind it, its sentence from `start`, the line that opens its list, the
    heading of its section: the first of these that names any.
    """
    if passage.stance == "mentioned":
        start = clause_start(passage.text, candidate.start)
    if named := _named_behind(passage, candidate) or named_before(passage, candidate, start):
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
        is_last = _LABEL_END.match(passage.folded, hit.end) is not None
        if is_last and _LABEL.fullmatch(passage.folded, candidate.end, hit.start):
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


def named_before(passage: Passage, candidate: Candidate, start: int) -> list[str]:
    """The service named last before it, save one that it is set apart from."""
    hits = passage.services.between(max(start, candidate.start - _REACH), candidate.start)
    for number in range(len(hits) - 1, -1, -1):
        hit = hits[number]
        is_aloof = _ALOOF.search(passage.folded, max(start, hit.start - 30), hit.start)
        if not is_aloof or _WHO.match(passage.folded, hit.end):
            named = _coordinated(passage, hits, number)
            return _each_his_own(passage, candidate, hits) if len(named) > 1 else named
    return []


def _each_his_own(passage: Passage, candidate: Candidate, hits: Sequence[Hit]) -> list[str]:
    """« L'AFMPS et l'AFSCA ont respectivement les comptes @afmps et @afsca »: n for n."""
    between = passage.folded[hits[-1].end : candidate.start]
    paths = list(dict.fromkeys(hit.path for hit in hits))
    end = sentence_end(passage.text, candidate.start)
    all_handles = passage.text.count("@", hits[-1].end, end)
    place = between.count("@")
    if _EACH.search(between) and all_handles == len(paths) and place < len(paths):
        return [paths[place]]
    return sorted(paths)


def _coordinated(passage: Passage, hits: Sequence[Hit], number: int) -> list[str]:
    """A service, and those it is listed with: « le SPF Emploi et l'ONEM ».

    Of « l'Office des étrangers du SPF Intérieur » it is the first.
    """
    while number and _PART_OF.fullmatch(passage.folded, hits[number - 1].end, hits[number].start):
        number -= 1
    paths = {hits[number].path}
    while number and _AND.fullmatch(passage.folded, hits[number - 1].end, hits[number].start):
        number -= 1
        paths.add(hits[number].path)
    return sorted(paths)


def _opens_list(passage: Passage, candidate: Candidate) -> list[str]:
    """The services of the nearest line above that opens a list, or is a heading of its own.

    Above the beginning of the numbered part headings alone count.
    """
    part = part_start(passage, candidate.start)
    line = line_start(passage.text, candidate.start)
    above = passage.services.between(line - _LIST_REACH, line)
    while above:
        is_above = above[-1].start < part
        begin = line_start(passage.text, above[-1].start)
        begin = begin if is_above else max(begin, part)
        words = passage.text[begin : line_end(passage.text, begin)].rstrip()
        hits = [hit for hit in above if begin <= hit.start]
        if _is_heading(words, hits) or (words.endswith(":") and not is_above):
            return sorted({hit.path for hit in hits})
        above = above[: len(above) - max(len(hits), 1)]
    return []


def _is_heading(words: str, hits: Sequence[Hit]) -> bool:
    """Whether a line is little more than the names of services."""
    length = sum(hit.end - hit.start for hit in hits)
    is_short = len(words) <= _LONGEST_HEADING and length >= _HEADING_SHARE * len(words)
    return (
        is_short and not words.endswith((".", ";", "?")) and "@" not in words and "/" not in words
    )
