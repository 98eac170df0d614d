"""A thing of the graph to the attributes of its node, by its kind."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hemicycle.networks.facts import Facts
from hemicycle.networks.looks import LOOKS
from hemicycle.networks.records import Value

LABEL_LANGUAGES = ("fr", "nl", "en")
"""The languages that labels are looked for in; each is an attribute, `label_fr` …"""

_UNNAMED = MappingProxyType(
    {"fr": "compte {} sans nom", "nl": "{}-account zonder naam", "en": "unnamed {} account"}
)

Attributes = dict[str, Value]
_Describe = Callable[[Facts, str], Attributes]


def attributes_of(kind: str, facts: Facts, iri: str) -> Attributes:
    """The attributes of one thing: `label` and `label_fr` among them, where it has them.

    Nothing is said of kinds that we do not know.
    """
    describe = _BY_KIND.get(kind)
    return describe(facts, iri) if describe else {}


def _question(facts: Facts, iri: str) -> Attributes:
    reader = facts.reader
    found: Attributes = {"read": iri in reader.values("prov:wasDerivedFrom")}
    for language in ("fr", "nl"):
        _put(found, f"title_{language}", reader.text("dcterms:title", iri, language))
    asked_on = facts.asked_on(iri)
    if asked_on:
        found |= {"asked_on": asked_on, "year": int(asked_on[:4])}
    _put(found, "answered_on", facts.answered_on(iri))
    days = facts.days_to_answer(iri)
    if days is not None:
        found["days_to_answer"] = days
    _put(found, "status", _name(reader.first("hc:status", iri)))
    legislature = _name(reader.first("hc:legislature", iri)) or ""
    if legislature.isdecimal():
        found["legislature"] = int(legislature)
    _put(found, "label", _name(iri))
    return found


def _family(facts: Facts, iri: str) -> Attributes:
    names = LOOKS["family"].names
    found: Attributes = {f"label_{tag}": f"{names[tag]} {_name(iri)}" for tag in LABEL_LANGUAGES}
    counts = {
        "members": "hc:memberCount",
        "read_pages": "hc:readCount",
        "answered": "hc:answeredCount",
    }
    for name, curie in counts.items():
        count = facts.reader.first(curie, iri)
        if count is not None:
            found[name] = int(count)
    return found


def _account(facts: Facts, iri: str) -> Attributes:
    reader, found = facts.reader, Attributes()
    name = reader.first("foaf:accountName", iri) or reader.first("rdfs:label", iri)
    _put(found, "label", name)
    platform = reader.first("hc:platform", iri)
    if name is None and platform is not None:
        found.update(_unnamed(facts, platform))
    _put(found, "platform", _name(platform))
    _put(found, "account_kind", _name(reader.first("hc:accountKind", iri)))
    _put(found, "address", reader.first("foaf:page", iri))
    return found


def _unnamed(facts: Facts, platform: str) -> Attributes:
    """What an account is called of which a page prints no more than its platform."""
    name = facts.reader.first("skos:prefLabel", platform) or _name(platform)
    return {f"label_{language}": words.format(name) for language, words in _UNNAMED.items()}


def _concept(facts: Facts, iri: str) -> Attributes:
    found = _labels(facts, "skos:prefLabel", iri)
    _put(found, "exact_match", facts.reader.first("skos:exactMatch", iri))
    return found


def _service(facts: Facts, iri: str) -> Attributes:
    found = _labels(facts, "skos:prefLabel", iri)
    _put(found, "service_kind", _name(facts.reader.first("hc:serviceKind", iri)))
    return found


def _labels(facts: Facts, curie: str, iri: str) -> Attributes:
    found = Attributes()
    for language in LABEL_LANGUAGES:
        _put(found, f"label_{language}", facts.reader.text(curie, iri, language))
    _put(found, "label", facts.reader.text(curie, iri, ""))
    return found


def _post(facts: Facts, iri: str) -> Attributes:
    return _labels(facts, "rdfs:label", iri)


def _preferred(facts: Facts, iri: str) -> Attributes:
    return _labels(facts, "skos:prefLabel", iri)


def _person(facts: Facts, iri: str) -> Attributes:
    found = Attributes()
    _put(found, "label", facts.reader.first("foaf:name", iri))
    return found


def _put(found: Attributes, name: str, value: str | None) -> None:
    if value:
        found[name] = value


def _name(iri: str | None) -> str | None:
    """What stands behind an IRI's last slash."""
    return iri.rpartition("/")[2] if iri else None


_BY_KIND: Mapping[str, _Describe] = MappingProxyType(
    {
        "question": _question,
        "oral-question": _question,
        "request-for-explanations": _question,
        "person": _person,
        "party": _preferred,
        "post": _post,
        "concept": _concept,
        "family": _family,
        "service": _service,
        "account": _account,
        "platform": _preferred,
    }
)
