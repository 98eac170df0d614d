"""The namespaces of the graph: our own terms, closed, and those we reuse."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

BASE = "https://w3id.org/hemicycle/"
"""Things are `id/…` below it, pages about them `doc/…`, named graphs `graph/…`."""


class HC(DefinedNamespace):
    """The terms of ontology/hemicycle.ttl; one that is not listed raises AttributeError."""

    _NS = Namespace("https://w3id.org/hemicycle/ns#")
    _fail = True

    # classes
    AccountStatement: URIRef
    Answer: URIRef
    AnswerPart: URIRef
    AnswerSection: URIRef
    Correction: URIRef
    Event: URIRef
    FederalService: URIRef
    Finding: URIRef
    Government: URIRef
    Legislature: URIRef
    Mention: URIRef
    OralQuestion: URIRef
    PageText: URIRef
    PartyMembership: URIRef
    Platform: URIRef
    Question: URIRef
    QuestionFamily: URIRef
    QuestionPart: URIRef
    RequestForExplanations: URIRef
    WrittenQuestion: URIRef
    QuestionChain: URIRef

    # a question
    addressedTo: URIRef
    alsoAskedAs: URIRef
    answerDeadline: URIRef
    askedBy: URIRef
    askedInNameOf: URIRef
    askedOn: URIRef
    bulletin: URIRef
    event: URIRef
    holderWhenAsked: URIRef
    legislature: URIRef
    linkedTo: URIRef
    memberOf: URIRef
    number: URIRef
    originalLanguage: URIRef
    reintroducedAs: URIRef
    reintroductionOf: URIRef
    relatedTo: URIRef
    requalificationOf: URIRef
    requalifiedAs: URIRef
    sameTextAs: URIRef
    session: URIRef
    status: URIRef
    chainPosition: URIRef
    endedOn: URIRef
    inChain: URIRef
    reminderCount: URIRef

    # an answer, its sections and parts
    answeredBy: URIRef
    answers: URIRef
    daysToAnswer: URIRef
    onBehalfOf: URIRef
    partLabel: URIRef
    partNumber: URIRef
    receivedOn: URIRef
    respondsTo: URIRef
    section: URIRef
    sectionNumber: URIRef
    daysPastDeadline: URIRef
    remindersBeforeAnswer: URIRef

    # an event
    eventKind: URIRef
    printedLabel: URIRef

    # a family
    answeredCount: URIRef
    memberCount: URIRef
    readCount: URIRef
    answerSpread: URIRef
    askedCount: URIRef
    askersAgree: URIRef
    closedCount: URIRef
    daysAgree: URIRef
    firstAnswerOn: URIRef
    lapsedCount: URIRef
    lastAnswerOn: URIRef
    pendingCount: URIRef
    remindedCount: URIRef
    requalifiedCount: URIRef
    textsAgree: URIRef
    titlesAgree: URIRef
    unknownCount: URIRef

    # accounts
    accountKind: URIRef
    heldBy: URIRef
    languageTwin: URIRef
    platform: URIRef
    spokespersonOf: URIRef

    # what is printed, before it is linked
    printedAddressee: URIRef
    printedAsker: URIRef
    printedBeside: URIRef
    printedKeyword: URIRef
    printedParty: URIRef
    printedService: URIRef
    printedStatus: URIRef

    # where it stands
    attributedTo: URIRef
    attributionBasis: URIRef
    attributionRole: URIRef
    basis: URIRef
    body: URIRef
    end: URIRef
    exact: URIRef
    mentionKind: URIRef
    rule: URIRef
    source: URIRef
    stance: URIRef
    start: URIRef
    within: URIRef

    # the page and what is odd
    encoding: URIRef
    fileName: URIRef
    findingKind: URIRef
    layout: URIRef
    retrievedAt: URIRef
    sha256: URIRef
    unreadLines: URIRef
    words: URIRef

    # authority
    firstAsked: URIRef
    lastAsked: URIRef
    means: URIRef
    post: URIRef
    printedForm: URIRef
    serviceKind: URIRef


PREFIXES = {
    "hc": str(HC._NS),
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "eli-dl": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": "http://www.w3.org/ns/person#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix → namespace, as every file we write and every query we run has them."""
