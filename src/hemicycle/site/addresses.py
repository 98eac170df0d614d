"""Paths of the graph's things to addresses of the site's pages, and back."""

from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote, urlencode

from msgspec import Struct

LANGUAGES = ("fr", "nl", "en")
"""The languages of the site, the one of the first visit to `/` first."""

OTHER_QUESTIONS = (
    "oral-question", "request-for-explanations", "interpellation", "referred-question"
)  # fmt: skip
"""Questions that are not written ones: known because written ones name them."""

WITH_PAGES = frozenset(
    (
        *OTHER_QUESTIONS,
        "question",
        "family",
        "person",
        "post",
        "party",
        "service",
        "account",
        "concept",
    )
) | {"government", "legislature", "platform", "finding-kind", "text"}
"""Kinds of things that have a page of their own kind."""

# fmt: off
OTHER_THINGS = frozenset(
    ("account-kind", "account-statement", "activity", "attribution-role", "basis", "chain",
     "concept-scheme", "correction", "event", "event-kind", "finding", "finding-kind", "membership",
     "mention", "participation", "service-kind", "stance", "status")
)
# fmt: on
"""Things whose page is that of any thing: what is said of it, and what points at it."""

AMONG_FILES = WITH_PAGES | frozenset(
    ("account-kind", "account-statement", "attribution-role", "basis", "chain", "concept-scheme",
     "event-kind", "membership", "service-kind", "stance", "status")
)  # fmt: skip
"""Things that have a page among plain files: mentions, events and findings are too many."""

_NETWORKS = {
    **dict.fromkeys(("question", "family", "post"), "full"),
    **dict.fromkeys(("service", "account", "platform"), "service-platform-account"),
    "person": "senator-minister",
    "party": "party-minister",
    "concept": "concept-concept",
}

_WITHIN_QUESTION = ("answer", "answer-section", "answer-part", "question-part")
_LONGEST_NAME, _KEPT_OF_LONG = 200, 45
"""In bytes, and in characters: what a disk may hold as a name, and what is kept of a longer one."""

_SAFE = "/:@!$&'()*+,;=~-._"


class Addresses(Struct, frozen=True):
    """How the site writes its own addresses.

    `base_url` stands before each, without a slash at its end: a scheme and host, a path, or
    nothing. `folders` is for files on any web server: an address is a folder's, paging is
    part of it, and there are no searches and filters.
    """

    base_url: str = ""
    folders: bool = False

    def to(self, path: str, parameters: Mapping[str, object] | None = None) -> str:
        """The address of a path that begins with a slash; parameters without value are left out.

        >>> Addresses().to("/fr/questions", {"year": 2013, "party": None})
        '/fr/questions?year=2013'
        >>> Addresses("/senate", folders=True).to("/fr/questions", {"page": 2})
        '/senate/fr/questions/page-2/'
        """
        given = {name: value for name, value in (parameters or {}).items() if value}
        before, mark, place = path.partition("#")
        if self.folders:
            number = given.get("page", 1)
            before = before if number == 1 else f"{before}/page-{number}"
            before = before if _is_file(before) else folder_of(before)
            given = {}
        asked = f"?{urlencode(given)}" if given else ""
        return f"{self.base_url}{quote(before, safe=_SAFE)}{asked}{mark}{quote(place, safe=_SAFE)}"


def folder_of(path: str) -> str:
    """The folder that holds a page among plain files; names too long for a disk are cut.

    >>> folder_of("/fr/question/5-8906")
    '/fr/question/5-8906/'
    """
    names = (_short(name) for name in path.strip("/").split("/"))
    return f"/{'/'.join(names)}/".replace("//", "/")


def _short(name: str) -> str:
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    return f"{name[:_KEPT_OF_LONG]}-{sha256(name.encode()).hexdigest()[:16]}"


def _is_file(path: str) -> bool:
    return path.startswith(("/static/", "/dumps/", "/graph/")) or path.endswith(
        (".csv", ".ttl", ".jsonld", ".nt", ".rdf", ".xml", ".txt")
    )


def has_page(thing: str) -> bool:
    """Whether links lead to a page about the thing that stands behind `id/`.

    >>> has_page("person/martine-taelman"), has_page("software/hemicycle-0.1.0")
    (True, False)
    """
    kind = thing.partition("/")[0]
    return kind in WITH_PAGES or kind in _WITHIN_QUESTION or kind in OTHER_THINGS


def page_path(thing: str, language: str) -> str:
    """The path of the page about a thing of ours, given what stands behind `id/`.

    What is part of a question has its place on the question's page.

    >>> page_path("service/spf-emploi", "nl")
    '/nl/service/spf-emploi'
    >>> page_path("answer-section/5-8906-2", "fr")
    '/fr/question/5-8906#answer-section-5-8906-2'
    """
    kind, _, reference = thing.partition("/")
    if kind not in _WITHIN_QUESTION:
        return f"/{language}/{thing}"
    return f"/{language}/question/{_question(reference)}#{anchor(thing)}"


def network_of(thing: str) -> str | None:
    """The network in which the explorer shows a thing behind `id/`; None: in none.

    >>> network_of("party/ps"), network_of("platform/twitter"), network_of("text/0123")
    ('party-minister', 'service-platform-account', None)
    """
    return _NETWORKS.get(thing.partition("/")[0])


def anchor(thing: str) -> str:
    """The name of a thing's place on a page.

    >>> anchor("answer/5-8906")
    'answer-5-8906'
    """
    return thing.replace("/", "-")


def _question(reference: str) -> str:
    """The number of a question from the name of a part of it: its first two fields."""
    return "-".join(reference.split("-")[:2])


def split_path(path: str) -> tuple[str, str] | None:
    """Language and the rest of a path; None where it does not begin with a language of ours.

    >>> split_path("/fr/question/5-8906")
    ('fr', 'question/5-8906')
    """
    language, slash, rest = path.removeprefix("/").partition("/")
    if not path.startswith("/") or not slash or language not in LANGUAGES:
        return None
    return language, rest
