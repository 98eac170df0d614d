"""Terms of HC and the vocabularies we reuse to nodes, and printed values to literals."""

import re
from datetime import date as day
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD

from hemicycle.errors import BuildError
from hemicycle.namespaces import HC, PREFIXES

Triple: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""What each class gives; the graph is added once, when quads are made (see quads.py)."""

TYPE = NamedNode(RDF.type)

# classes
ACCOUNT_STATEMENT = NamedNode(HC.AccountStatement)
ANSWER = NamedNode(HC.Answer)
ANSWER_PART = NamedNode(HC.AnswerPart)
ANSWER_SECTION = NamedNode(HC.AnswerSection)
CONCEPT = NamedNode(SKOS.Concept)
ENTITY = NamedNode(PROV.Entity)
EVENT = NamedNode(HC.Event)
FEDERAL_SERVICE = NamedNode(HC.FederalService)
FINDING = NamedNode(HC.Finding)
FOAF_PERSON = NamedNode(FOAF.Person)
FORMAL_ORGANIZATION = NamedNode(ORG.FormalOrganization)
MENTION = NamedNode(HC.Mention)
ONLINE_ACCOUNT = NamedNode(FOAF.OnlineAccount)
ORAL_QUESTION = NamedNode(HC.OralQuestion)
QUESTION = NamedNode(HC.Question)
ORGANIZATION = NamedNode(ORG.Organization)
PAGE_TEXT = NamedNode(HC.PageText)
PERSON = NamedNode(PREFIXES["person"] + "Person")
PLATFORM_CLASS = NamedNode(HC.Platform)
POST = NamedNode(ORG.Post)
QUESTION_PART = NamedNode(HC.QuestionPart)
REQUEST_FOR_EXPLANATIONS = NamedNode(HC.RequestForExplanations)
WRITTEN_QUESTION = NamedNode(HC.WrittenQuestion)

# properties of others
ACCOUNT_NAME = NamedNode(FOAF.accountName)
DATE = NamedNode(DCTERMS.date)
HAS_PART = NamedNode(DCTERMS.hasPart)
IDENTIFIER = NamedNode(DCTERMS.identifier)
IN_SCHEME = NamedNode(SKOS.inScheme)
LABEL = NamedNode(RDFS.label)
LANGUAGE = NamedNode(DCTERMS.language)
NAME = NamedNode(FOAF.name)
PAGE = NamedNode(FOAF.page)
PREF_LABEL = NamedNode(SKOS.prefLabel)
SOURCE_ADDRESS = NamedNode(DCTERMS.source)
SUBJECT = NamedNode(DCTERMS.subject)
TEXT = NamedNode(SDO.text)
TITLE = NamedNode(DCTERMS.title)
WAS_DERIVED_FROM = NamedNode(PROV.wasDerivedFrom)
WAS_REVISION_OF = NamedNode(PROV.wasRevisionOf)

# our properties
ACCOUNT_KIND = NamedNode(HC.accountKind)
ADDRESSED_TO = NamedNode(HC.addressedTo)
ALSO_ASKED_AS = NamedNode(HC.alsoAskedAs)
ANSWER_DEADLINE = NamedNode(HC.answerDeadline)
ANSWERS = NamedNode(HC.answers)
ASKED_BY = NamedNode(HC.askedBy)
ASKED_IN_NAME_OF = NamedNode(HC.askedInNameOf)
ASKED_ON = NamedNode(HC.askedOn)
ATTRIBUTED_TO = NamedNode(HC.attributedTo)
ATTRIBUTION_BASIS = NamedNode(HC.attributionBasis)
ATTRIBUTION_ROLE = NamedNode(HC.attributionRole)
BASIS = NamedNode(HC.basis)
BODY = NamedNode(HC.body)
BULLETIN = NamedNode(HC.bulletin)
ENCODING = NamedNode(HC.encoding)
END = NamedNode(HC.end)
EVENT_KIND = NamedNode(HC.eventKind)
EXACT = NamedNode(HC.exact)
FILE_NAME = NamedNode(HC.fileName)
FINDING_KIND = NamedNode(HC.findingKind)
HAS_EVENT = NamedNode(HC.event)
HELD_BY = NamedNode(HC.heldBy)
LAYOUT = NamedNode(HC.layout)
LEGISLATURE = NamedNode(HC.legislature)
LINKED_TO = NamedNode(HC.linkedTo)
MENTION_KIND = NamedNode(HC.mentionKind)
NUMBER = NamedNode(HC.number)
ON_BEHALF_OF = NamedNode(HC.onBehalfOf)
ORIGINAL_LANGUAGE = NamedNode(HC.originalLanguage)
PART_LABEL = NamedNode(HC.partLabel)
PART_NUMBER = NamedNode(HC.partNumber)
PLATFORM = NamedNode(HC.platform)
PRINTED_ADDRESSEE = NamedNode(HC.printedAddressee)
PRINTED_ASKER = NamedNode(HC.printedAsker)
PRINTED_BESIDE = NamedNode(HC.printedBeside)
PRINTED_KEYWORD = NamedNode(HC.printedKeyword)
PRINTED_LABEL = NamedNode(HC.printedLabel)
PRINTED_PARTY = NamedNode(HC.printedParty)
PRINTED_SERVICE = NamedNode(HC.printedService)
PRINTED_STATUS = NamedNode(HC.printedStatus)
RECEIVED_ON = NamedNode(HC.receivedOn)
REINTRODUCED_AS = NamedNode(HC.reintroducedAs)
REINTRODUCTION_OF = NamedNode(HC.reintroductionOf)
RELATED_TO = NamedNode(HC.relatedTo)
REQUALIFICATION_OF = NamedNode(HC.requalificationOf)
REQUALIFIED_AS = NamedNode(HC.requalifiedAs)
RESPONDS_TO = NamedNode(HC.respondsTo)
RETRIEVED_AT = NamedNode(HC.retrievedAt)
RULE = NamedNode(HC.rule)
SAME_TEXT_AS = NamedNode(HC.sameTextAs)
SECTION = NamedNode(HC.section)
SECTION_NUMBER = NamedNode(HC.sectionNumber)
SESSION = NamedNode(HC.session)
SHA256 = NamedNode(HC.sha256)
SOURCE = NamedNode(HC.source)
SPOKESPERSON_OF = NamedNode(HC.spokespersonOf)
STANCE = NamedNode(HC.stance)
START = NamedNode(HC.start)
UNREAD_LINES = NamedNode(HC.unreadLines)
WITHIN = NamedNode(HC.within)
WORDS = NamedNode(HC.words)

_NOT_IN_IRI = re.compile(r"""[\x00-\x20<>"{}|\\^`\x7f]|%(?![0-9A-Fa-f]{2})""")
_DATE = NamedNode(XSD.date)
_INTEGER = NamedNode(XSD.integer)
_LANGUAGES = {
    code: NamedNode(f"http://publications.europa.eu/resource/authority/language/{name}")
    for code, name in (("fr", "FRA"), ("nl", "NLD"), ("de", "DEU"), ("en", "ENG"))
}


def text(value: str, language: str | None = None) -> Literal:
    """A stretch of the page, with its language where the page tells.

    >>> str(text("ministère", "fr"))
    '"ministère"@fr'
    """
    return Literal(value) if language is None else Literal(value, language=language)


@lru_cache(maxsize=4096)
def word(value: str) -> Literal:
    """A plain string of which there are few: a kind, a rule, a layout."""
    return Literal(value)


@lru_cache(maxsize=16_384)
def date(value: day) -> Literal:
    """A printed day as xsd:date, never as a moment."""
    return Literal(value.isoformat(), datatype=_DATE)


def integer(value: int | str) -> Literal:
    """A number, or its digits, as xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


def language(code: str) -> NamedNode:
    """The language of a two-letter code in the EU's authority list.

    Raises BuildError for a language that no page of the Senate is written in.

    >>> language("nl").value
    'http://publications.europa.eu/resource/authority/language/NLD'
    """
    if code not in _LANGUAGES:
        raise BuildError(f"no language of the Senate's pages is called {code!r}")
    return _LANGUAGES[code]


def address(url: str) -> NamedNode | Literal:
    """An address as it was fetched or printed, as a node.

    What an IRI cannot hold is percent-encoded; what is no address even so stays text.

    >>> address("https://www.senate.be/www/?MIval=Vragen/SVPrintNLFR&LEG=5&NR=8910").value
    'https://www.senate.be/www/?MIval=Vragen/SVPrintNLFR&LEG=5&NR=8910'
    >>> address("https://www.facebook.com/pages/SPF Santé|50%").value
    'https://www.facebook.com/pages/SPF%20Santé%7C50%25'
    """
    encoded = _NOT_IN_IRI.sub(lambda sign: f"%{ord(sign[0]):02X}", url)
    try:
        return NamedNode(encoded)
    except ValueError:
        return Literal(url)
