"""The forms that results and graphs are given in: names, media types, endings of addresses."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from hemicycle.serve.accept import choose


class Form(Struct, frozen=True, kw_only=True):
    """One form; `aliases` are media types that clients ask for and mean this one by."""

    name: str
    media_type: str
    aliases: tuple[str, ...] = ()
    is_text: bool = False


class Choice(Struct, frozen=True):
    """A form and the media type it was asked for by, as Content-Type has it."""

    form: str
    content_type: str


def _by_name(*forms: Form) -> Mapping[str, Form]:
    return MappingProxyType({form.name: form for form in forms})


ROW_FORMS = _by_name(
    Form(
        name="json",
        media_type="application/sparql-results+json",
        aliases=("application/json",),
    ),
    Form(
        name="xml",
        media_type="application/sparql-results+xml",
        aliases=("application/xml", "text/xml"),
    ),
    Form(name="csv", media_type="text/csv", is_text=True),
    Form(name="tsv", media_type="text/tab-separated-values", is_text=True),
)
"""What SELECT and ASK are answered in; the first where a client has no wish."""

GRAPH_FORMS = _by_name(
    Form(name="ttl", media_type="text/turtle", aliases=("application/x-turtle",), is_text=True),
    Form(name="jsonld", media_type="application/ld+json", aliases=("application/json",)),
    Form(name="nt", media_type="application/n-triples", aliases=("text/plain",), is_text=True),
    Form(name="rdf", media_type="application/rdf+xml", aliases=("application/xml", "text/xml")),
)
"""What CONSTRUCT and DESCRIBE are answered in, and entities; names are endings of addresses."""

_SYNONYMS = MappingProxyType(
    {"srj": "json", "srx": "xml", "turtle": "ttl", "ntriples": "nt", "rdfxml": "rdf"}
)


def media_types(forms: Mapping[str, Form]) -> list[str]:
    """The media types of forms, then their aliases."""
    own = [form.media_type for form in forms.values()]
    return own + [alias for form in forms.values() for alias in form.aliases]


def by_media_type(forms: Mapping[str, Form], media_type: str) -> Choice | None:
    """The form that goes by a media type, None where none does."""
    for form in forms.values():
        if media_type == form.media_type or media_type in form.aliases:
            return Choice(form.name, _content_type(form, media_type))
    return None


def by_name(forms: Mapping[str, Form], name: str) -> Choice | None:
    """The form of this name or of a synonym, None where there is none."""
    form = forms.get(_SYNONYMS.get(name, name))
    return None if form is None else Choice(form.name, _content_type(form, form.media_type))


def negotiate(
    accept: str | None, forms: Mapping[str, Form], also: Sequence[str] = ()
) -> Choice | str | None:
    """What a client likes best: a form, one of the further media types, or None: nothing.

    >>> negotiate("text/csv", ROW_FORMS)
    Choice(form='csv', content_type='text/csv; charset=utf-8')
    """
    found = choose(accept, [*media_types(forms), *also])
    return found if found is None else by_media_type(forms, found) or found


def _content_type(form: Form, media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if form.is_text else media_type
