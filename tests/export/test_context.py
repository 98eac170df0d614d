"""A context is read whole, or refused."""

import json
from pathlib import Path

import pytest

from hemicycle.assets import asset
from hemicycle.errors import ExportError
from hemicycle.export.context import Term, read_context
from hemicycle.export.jsonld import CONTEXT

HERE = Path(__file__).parent
XSD = "http://www.w3.org/2001/XMLSchema#"


def test_terms_prefixes_and_aliases_are_read() -> None:
    context = read_context(HERE / "contexts" / "rich.jsonld")
    assert context.raw == json.loads((HERE / "contexts" / "rich.jsonld").read_bytes())["@context"]
    assert (context.id_key, context.type_key) == ("id", "type")
    assert context.prefixes == (
        (XSD, "xsd"),
        ("http://example.org/deep/", "deep"),
        ("http://example.org/", "ex"),
    )
    assert context.terms["http://example.org/on"] == (
        Term(name="on", iri="http://example.org/on", type=f"{XSD}date", language="fr"),
    )
    assert context.terms["http://example.org/see"] == (
        Term(name="see", iri="http://example.org/see", type="@id", container="@set", language="fr"),
    )
    assert context.terms["http://example.org/name"] == (
        Term(
            name="name",
            iri="http://example.org/name",
            container="@language",
            language="fr",
        ),
        Term(name="nameCode", iri="http://example.org/name"),
    )
    assert context.terms["http://example.org/odd"] == (
        Term(name="ex:odd", iri="http://example.org/odd", type="@id", language="fr"),
    )


def test_the_published_context_is_understood() -> None:
    context = read_context(asset(CONTEXT))
    asked_on = "https://w3id.org/hemicycle/ns#askedOn"
    assert context.terms[asked_on] == (Term(name="askedOn", iri=asked_on, type=f"{XSD}date"),)


@pytest.mark.parametrize(
    ("context", "problem"),
    [
        ('{"@context": {"@base": "http://a/"}}', "@base is not understood"),
        ('{"@context": {"@vocab": "http://a/"}}', "@vocab is not understood"),
        ('{"@context": {"x": {"@reverse": "http://a/b"}}}', "unknown field `@reverse`"),
        ('{"@context": {"x": {"@id": "http://a/b", "@container": "@list"}}}', "@list is not"),
        ('{"@context": {"x": {"@id": "http://a/b", "@type": "@json"}}}', "@json is not"),
        ('{"@context": {"x": "b"}}', "'b' is no IRI"),
        ('{"@context": {"a": "b:c", "b": "a:c"}}', "is no context that can be used"),
        ('{"@context": ["http://a/context"]}', "Expected `object`"),
        ("{}", "missing required field"),
        ("not JSON", "is no context that can be used"),
        (None, "is no context that can be used"),
    ],
)
def test_what_is_not_understood_is_refused(
    context: str | None, problem: str, tmp_path: Path
) -> None:
    file = tmp_path / "context.jsonld"
    if context is not None:
        file.write_text(context)
    with pytest.raises(ExportError) as caught:
        read_context(file)
    assert str(caught.value).startswith(f"{file}: is no context that can be used: ")
    assert problem in str(caught.value)
