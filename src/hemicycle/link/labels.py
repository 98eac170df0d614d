"""The labels of services, platforms and concepts to the forms in which pages print them."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from hemicycle.link.fold import compact, fold, plain_words, vocabulary
from hemicycle.link.names import Case, Name
from hemicycle.link.turtle import Entry, Label

HEADS = {
    "spf": ("service public federal", "services publics federaux", "s p f"),
    "fod": ("federale overheidsdienst", "federale overheidsdiensten", "f o d", "fod s"),
    "spp": ("service public federal de programmation", "service public de programmation"),
    "pod": ("programmatorische federale overheidsdienst", "programmatorische overheidsdienst"),
}
"""What opens the name of a service: as its acronym, and as it is written in full."""

_WRITTEN = tuple(
    (tuple(form.split()), acronym)
    for acronym, forms in HEADS.items()
    for form in sorted((*forms, acronym), key=len, reverse=True)
)
_ARTICLES = frozenset({"la", "le", "les", "l", "het", "de"})
_SHY = vocabulary(
    "ace afa ara asa bce btc cce ccb cen coda css dav div fao fat fido ifa ins isp klm kms met mra "
    "nar soma trm sfp ign nis cnt crb onb ims"
)
"""Acronyms that mean something else as often; they count where the text has the name in full."""

_SHORTEST, _CERTAIN = 3, 4
_COMMON_WORDS = frozenset({"threads", "swarm", "telegram", "insta", "redbox"})
COMPOUNDS = vocabulary(
    "account accounts bedrijfspagina bedrijfsprofiel bericht berichten fan fans feed feeds "
    "gebruiker gebruikers groep groepen kanaal kanalen pagina paginas post posts profiel "
    "profielen volgers"
)
"""What Dutch writes behind the name of a platform, in one word with it."""


def service_names(entries: Iterable[Entry]) -> Iterator[tuple[str, Name]]:
    """Each name of each service, with SPF, FOD … also as they are written in full."""
    for entry in entries:
        for label in _printed(entry):
            parts = plain_words(fold(label.label))
            head, rest = _split_head(parts)
            if head is None:
                bare = _without_article(parts, label)
                yield " ".join(bare), _service_name(entry, label, bare)
                continue
            name = Name(
                path=entry.path,
                language=label.language or None,
                since=entry.since,
                until=entry.until,
            )
            for form in (head, *HEADS[head]):
                yield " ".join((form, *rest)), name
                yield " ".join((form, head, *rest)), name


def _printed(entry: Entry) -> Iterator[Label]:
    return (label for label in entry.labels if label.rank < 2)


def _split_head(parts: list[str]) -> tuple[str | None, list[str]]:
    """The acronym a name opens with, however it is written, and the words behind."""
    for form, acronym in sorted(_WRITTEN, key=lambda written: -len(written[0])):
        if tuple(parts[: len(form)]) == form:
            rest = parts[len(form) :]
            rest = rest[1:] if rest[:1] == [acronym] else rest
            return (acronym, rest) if rest else (None, parts)
    return None, parts


def _without_article(parts: list[str], label: Label) -> list[str]:
    """A small article is no part of a name; `La Poste` keeps its own."""
    has_article = parts[:1] and parts[0] in _ARTICLES and label.label[:1].islower()
    return parts[1:] if has_article else parts


def _service_name(entry: Entry, label: Label, parts: list[str]) -> Name:
    alone = len(parts) == 1
    is_short = alone and len(parts[0]) < _SHORTEST
    return Name(
        path=entry.path,
        case=_case(" ".join(label.label.split()[-len(parts) :]), parts),
        language=label.language or None,
        since=entry.since,
        until=entry.until,
        is_shy=is_short or (alone and parts[0] in _SHY),
    )


def _case(label: str, parts: list[str]) -> Case:
    """How a name must be printed to count: long ones as they like, acronyms in capitals."""
    if len(parts) >= _CERTAIN:
        return "any"
    if len(parts) == 1 and label.isupper():
        return "upper"
    return "initial" if label[:1].isupper() else "any"


def platform_names(entries: Iterable[Entry]) -> Iterator[tuple[str, Name]]:
    """Each name of each platform, also with what Dutch joins to it: Facebookpagina."""
    for entry in entries:
        for label in _printed(entry):
            parts = plain_words(fold(label.label))
            if len("".join(parts)) < 2:
                continue
            name = Name(path=entry.path, case=_platform_case(label.label, parts))
            yield label.label, name
            if len(parts) == 1 and name.case == "any":
                for compound in sorted(COMPOUNDS):
                    joined = Name(path=entry.path, part=len(parts[0]))
                    yield parts[0] + compound, joined


def _platform_case(label: str, parts: list[str]) -> Case:
    if parts[0] in _COMMON_WORDS or len(parts) > 1:
        return "initial" if label[:1].isupper() else "any"
    return "upper" if label.isupper() else "any"


@lru_cache(maxsize=16_384)
def keyword_key(label: str) -> str:
    """A keyword as it is looked up: no case, one kind of apostrophe, single blanks.

    >>> keyword_key("Traite des  êtres humains") == keyword_key("traite des êtres humains")
    True
    """
    return " ".join(unicodedata.normalize("NFC", label).replace("’", "'").lower().split())


def own_names(entries: Iterable[Entry]) -> dict[str, tuple[Name, ...]]:
    """Services by their names in one word, as accounts bear them: `fodfinancien`."""
    names: dict[str, list[Name]] = {}
    for entry in entries:
        for label in _printed(entry):
            key = compact(label.label)
            name = Name(path=entry.path, since=entry.since, until=entry.until)
            known = names.setdefault(key, [])
            if len(key) >= _SHORTEST and key not in _SHY and name not in known:
                known.append(name)
    return {key: tuple(known) for key, known in names.items() if known}
