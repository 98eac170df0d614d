"""The accounts of a passage that have a name, or a bare handle, and no address."""

import re
from collections.abc import Iterator, Mapping

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import sentence_end
from hemicycle.link.fold import compact
from hemicycle.link.passages import Passage
from hemicycle.link.phrases import Phrase
from hemicycle.link.places import Hit
from hemicycle.link.platforms import OTHER, PLATFORMS
from hemicycle.link.printed import Printed, called, is_identifier, items, printed
from hemicycle.link.quoted import find_quoted, find_quoted_apart, find_quoted_before

_LISTED = re.compile(r"\s{0,2}\((?P<names>[^()\n@]{2,200})\)")
_NAME = re.compile(r"[«\"“]?[A-ZÀ-Þ0-9][^\s«»\"]{0,40}(?:\s[^\s]{1,40}){0,4}")
_NO_NAME = re.compile(
    r"(?:FR|NL|DE|EN|[FND]|B2[BC]|FAQ|\d[\d.,\s]*(?:\s.*)?|(?:[Dd]epuis|[Ss]inds|[Vv]oir|[Zz]ie)\s.*"
    r"|.*(?:www\.|https?:).*)",
    re.DOTALL,
)
_LABELLED = re.compile(
    r"\s{0,2}(?:[:\t|=]\s{0,2}(?P<value>[^\n\t|]{2,90})|\((?P<bracket>[^()\n]{2,60})\))"
)
_NOUN_NAME = re.compile(
    r"(?P<noun>[Gg]roupe|[Gg]roep|[Pp]age|[Pp]agina)\s(?P<name>[A-ZÀ-Þ0-9][^\n,;()@/]{1,50})[.;]?$",
    re.MULTILINE,
)
_BARE = re.compile(r"[A-Za-z0-9_]{4,15}(?![\w@]|[./-]\w)")
_NEXT_BARE = re.compile(r"(?:\s?\([^()\n]{1,20}\))?\s{0,2}(?:[,;/&+]|et\s|en\s)\s{0,2}")
_PLATFORM_WORDS = frozenset(key.replace("-", "") for key in PLATFORMS) | {"youtube", "googleplus"}
_REMARK = re.compile(r"\s{0,3}(?:\([^()]{0,40}\))?\s{0,3}[.;]?$")


def find_named(passage: Passage, phrases: Mapping[int, Phrase]) -> Iterator[Candidate]:
    """Accounts by name: in quotation marks, in a list in brackets, behind a colon.

    `phrases` are the account nouns by the start of their platform's name.
    """
    for hit in passage.platforms.hits:
        phrase = phrases.get(hit.start)
        found = list(find_quoted_before(passage, hit))
        if phrase is not None:
            found = found or list(find_quoted(passage, phrase)) or list(_listed(passage, phrase))
        found = found or list(find_quoted_apart(passage, hit))
        yield from found or _labelled(passage, hit, phrase)


def _listed(passage: Passage, phrase: Phrase) -> Iterator[Candidate]:
    """2 groupes Yammer (HandiSocial et Communit-e)."""
    opened = _LISTED.match(passage.text, phrase.end)
    if opened is None:
        return
    names = list(items(passage.text, *opened.span("names")))
    if all(_is_name(passage, phrase, name) for name in names):
        for name in names:
            yield called(phrase.platform, phrase.kind, name, "listed-name")


def _is_name(passage: Passage, phrase: Phrase, name: Printed) -> bool:
    if not _NAME.fullmatch(name.text) or _NO_NAME.fullmatch(name.text):
        return False
    return phrase.plural or is_identifier(name.text) or _is_service(passage, name)


def _is_service(passage: Passage, name: Printed) -> bool:
    """Whether a name is that of a service and nothing more."""
    named = passage.services.between(name.start, name.end)
    return bool(named) and (named[0].start, named[0].end) == (name.start, name.end)


def _labelled(passage: Passage, hit: Hit, phrase: Phrase | None) -> Iterator[Candidate]:
    """Twitter: FOD_Justitie; Facebook : SPF Finances; le compte Twitter SPF_Justice."""
    platform = hit.path.partition("/")[2]
    kind = PLATFORMS.get(platform, OTHER).kind if phrase is None else phrase.kind
    end = hit.end if phrase is None else max(phrase.end, hit.end)
    label = _LABELLED.match(passage.text, end)
    if label is None:
        yield from _unlabelled(passage, platform, kind, end) if phrase is not None else ()
        return
    group = "value" if label["value"] else "bracket"
    bare = list(_all_bare(passage, *label.span(group))) if _is_of_handles(phrase) else []
    names = bare or list(_identifiers(passage.text, *label.span(group)))
    if not names and group == "value" and platform != "twitter":
        value = passage.text[label.start(group) : _value_end(passage, *label.span(group))]
        end = label.start(group) + len(_REMARK.sub("", value))
        names = list(items(passage.text, label.start(group), end))
        names = names if all(_is_service(passage, name) for name in names) else []
    if not names and (grouped := _NOUN_NAME.match(passage.text, *label.span(group))):
        kind = "group" if grouped["noun"].lower().startswith("gro") else kind
        names = [printed(passage.text, *grouped.span("name"))]
    for name in names:
        yield called(platform, kind, name, "labelled-name", is_handle=bool(bare))


def _unlabelled(passage: Passage, platform: str, kind: str, end: int) -> Iterator[Candidate]:
    """« Het Twitteraccount SPF_Justice »."""
    bare = _BARE.match(passage.text, end + 1)
    if bare is not None and "_" in bare.group() and passage.text[end : end + 1].isspace():
        yield called(platform, kind, printed(passage.text, *bare.span()), "labelled-name")


def _value_end(passage: Passage, start: int, end: int) -> int:
    """Where a value ends: with its line or sentence."""
    return min(end, sentence_end(passage.text, start))


def _is_of_handles(phrase: Phrase | None) -> bool:
    """Whether a noun is in the plural and of a platform whose accounts have handles."""
    return phrase is not None and phrase.plural and PLATFORMS.get(phrase.platform, OTHER).at


def _identifiers(text: str, start: int, end: int) -> Iterator[Printed]:
    """FOD_Justitie, SPFJustice …: words that only an account is called, one after the other."""
    while (bare := _BARE.match(text, start, end)) is not None and is_identifier(bare.group()):
        if compact(bare.group()) in _PLATFORM_WORDS:
            return
        yield printed(text, *bare.span())
        separator = _NEXT_BARE.match(text, bare.end(), end)
        if separator is None:
            return
        start = separator.end()


def _all_bare(passage: Passage, start: int, end: int) -> Iterator[Printed]:
    """« Drie Twitteraccounts: belgiumbe, presscenter_be en be_nieuws »: words alone, to the end.

    One of them at least must be of a kind that only accounts are called.
    """
    end = min(end, sentence_end(passage.text, start))
    names = list(items(passage.text, start, len(passage.text[:end].rstrip(" .;"))))
    is_list = all(_BARE.fullmatch(name.text) for name in names)
    if is_list and any(is_identifier(name.text) for name in names):
        yield from names
