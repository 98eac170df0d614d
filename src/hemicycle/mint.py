"""Printed labels and numbers to paths, and paths to IRIs."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from pyoxigraph import NamedNode

from hemicycle.namespaces import BASE

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


@lru_cache(maxsize=65_536)
def slug(label: str) -> str:
    """A label as part of an IRI: no case, no accents, words joined by hyphens.

    Labels that differ only in case, accents or punctuation share a slug, on
    purpose. A label without any letter or digit of ours gets the head of its hash.

    >>> slug("vice-première ministre et ministre de l'Égalité des Chances")
    'vice-premiere-ministre-et-ministre-de-l-egalite-des-chances'
    >>> slug("Open Vld")
    'open-vld'
    """
    folded = unicodedata.normalize("NFKD", label.lower().translate(_LIGATURES))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    words = _NOT_IN_SLUG.sub("-", plain).strip("-")
    return words or sha256(label.encode()).hexdigest()[:12]


def question_key(number: str | None, page_key: str) -> str:
    """The name of a question; one that no page numbers is named by its page.

    >>> question_key("5-8906", "0123456789abcdef")
    '5-8906'
    """
    return number if number is not None else f"page-{page_key}"


def answer_key(question: str, answer: int) -> str:
    """The name of answer 1, 2 … of a question; the first bears the question's own.

    >>> answer_key("5-8906", 1), answer_key("5-8906", 2)
    ('5-8906', '5-8906-2')
    """
    return question if answer == 1 else f"{question}-{answer}"


def section_path(question: str, answer: int, section: int) -> str:
    """The path of section n of an answer.

    >>> section_path("5-8906", 1, 2)
    'answer-section/5-8906-2'
    """
    return f"answer-section/{answer_key(question, answer)}-{section}"


@lru_cache(maxsize=262_144)
def _node(base: str, path: str) -> NamedNode:
    return NamedNode(base + path)


class Mint:
    """Makes the IRIs of one base.

    >>> Mint().thing("question/5-8906").value
    'https://w3id.org/hemicycle/id/question/5-8906'
    """

    def __init__(self, base: str = BASE) -> None:
        self.base = base

    def thing(self, path: str) -> NamedNode:
        """The IRI of what a path names."""
        return _node(self.base, f"id/{path}")

    def graph(self, name: str) -> NamedNode:
        """The IRI of a named graph: `page/0123456789abcdef`, `authority`, `local` …"""
        return _node(self.base, f"graph/{name}")

    def path(self, iri: str) -> str | None:
        """The path of a thing of ours, None for any other IRI.

        >>> Mint().path("https://w3id.org/hemicycle/id/service/spf-emploi")
        'service/spf-emploi'
        """
        return iri.removeprefix(f"{self.base}id/") if iri.startswith(f"{self.base}id/") else None
