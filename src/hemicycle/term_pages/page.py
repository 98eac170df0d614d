"""The terms of the ontology to a page for people; it loads nothing from anywhere."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree
from lxml.builder import E

from hemicycle.namespaces import HC
from hemicycle.term_pages.terms import LANGUAGES, Alignment, Ontology, Term, short
from hemicycle.term_pages.xml import html_document

_NS = str(HC._NS)
_STYLE = """
:root { color-scheme: light dark; --faint: #6b6b6b; --line: #8885; --accent: #7a1f2b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 2.5rem 1.25rem 6rem;
  font: 1.0625rem/1.55 "Source Serif 4", Charter, "Iowan Old Style", Georgia, serif;
  hanging-punctuation: first; font-variant-numeric: oldstyle-nums; }
h1 { font-size: 2rem; line-height: 1.15; font-weight: 600; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 3.5rem 0 1rem; } h3 { font-size: 1.15rem; margin: 0; }
header p, .definitions p { hyphens: auto; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .18em; }
code, .iri { font: .84em/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, monospace;
  font-variant-numeric: normal; overflow-wrap: anywhere; }
nav { columns: 13rem auto; column-gap: 2rem; font-size: .95rem; }
nav a { display: block; padding: .08rem 0; }
figure { margin: 2rem 0; overflow-x: auto; } svg { width: 100%; min-width: 46rem; height: auto; }
figcaption, .labels, dt { color: var(--faint); font-size: .92rem; }
section.term { border-top: 1px solid var(--line); padding: 1.1rem 0 1.4rem; }
section.term:target { border-top: 3px solid var(--accent); }
.three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 2rem; }
.three p { margin: .35rem 0; } .three [lang]::before { content: attr(lang); display: block;
  font: .7rem/1.6 ui-sans-serif, system-ui, sans-serif; letter-spacing: .08em;
  text-transform: uppercase; color: var(--faint); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .6rem 0 0; }
dd { margin: 0; }
@media (max-width: 44rem) { .three, dl { grid-template-columns: 1fr; } }
@media (prefers-color-scheme: dark) { :root { --faint: #a5a5a5; --accent: #e9909c; } }
@media print { nav { display: none; } section.term { break-inside: avoid; } }
"""
_WORDS = {
    "Classes": "Classes · Classes · Klassen",
    "Properties": "Properties · Propriétés · Eigenschappen",
}


def page(ontology: Ontology, drawing: etree._Element) -> str:
    """A page with one anchor a term, labels and definitions in three languages, a diagram."""
    classes = [term for term in ontology.terms if term.is_class]
    properties = [term for term in ontology.terms if not term.is_class]
    inner = deepcopy(drawing)
    etree.cleanup_namespaces(inner)
    body = E.body(
        _header(ontology),
        *_index("Classes", classes),
        *_index("Properties", properties),
        E.figure(_here(inner), E.figcaption(_CAPTION)),
        E.h2(_WORDS["Classes"]),
        *(_section(term) for term in classes),
        E.h2(_WORDS["Properties"]),
        *(_section(term) for term in properties),
    )
    head = E.head(
        E.meta(charset="utf-8"),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.title(ontology.title["en"]),
        E.style(_STYLE),
        E.link(rel="alternate", type="text/turtle", href="hemicycle.ttl"),
        E.link(rel="alternate", type="application/ld+json", href="hemicycle.jsonld"),
    )
    return html_document(E.html(head, body, lang="en"))


_CAPTION = (
    "Classes and the properties between them. Full boxes are ours, dashed ones of other "
    "vocabularies; a dotted arrow leads to the wider class."
)


def _header(ontology: Ontology) -> etree._Element:
    return E.header(
        E.h1(ontology.title["en"]),
        E.p(E.code(_NS), f" · {ontology.version} · ", _link(ontology.licence, "MIT")),
        _three(ontology.description),
        E.p(
            _link("hemicycle.ttl", "Turtle"), " · ", _link("hemicycle.jsonld", "JSON-LD"), " · ",
            _link("hemicycle.svg", "SVG"),
        ),
    )  # fmt: skip


def _index(title: str, terms: Sequence[Term]) -> Iterator[etree._Element]:
    yield E.h2(_WORDS[title])
    yield E.nav(*(_link(f"#{term.name}", term.name) for term in sorted(terms, key=_alphabetic)))


def _alphabetic(term: Term) -> str:
    return term.name.casefold()


def _section(term: Term) -> etree._Element:
    section = E.section(
        E.h3(_link(f"#{term.name}", term.name)),
        E.p(*_labels(term.label), {"class": "labels"}),
        _three(term.definition),
        E.dl(*_facts(term)),
        id=term.name,
    )
    section.set("class", "term")
    return section


def _labels(labels: dict[str, str]) -> Iterator[etree._Element | str]:
    for number, language in enumerate(LANGUAGES):
        yield " · " if number else ""
        yield E.span(labels[language], lang=language)


def _three(texts: dict[str, str]) -> etree._Element:
    columns = [E.p(texts[language], lang=language) for language in LANGUAGES]
    return E.div(*columns, {"class": "three definitions"})


def _facts(term: Term) -> Iterator[etree._Element]:
    rows = (
        ("is a", term.above),
        ("of", term.domain),
        ("met on", term.included_in),
        ("value", term.range),
    )
    for name, terms in rows:
        if terms:
            yield E.dt(name)
            yield E.dd(*_joined([_term_link(iri) for iri in terms]))
    if term.examples:
        yield E.dt("example")
        yield E.dd(*_joined([E.code(example) for example in term.examples]))
    if term.alignments:
        yield E.dt("aligned")
        yield E.dd(*_joined([_aligned(alignment) for alignment in term.alignments]))


def _aligned(alignment: Alignment) -> etree._Element:
    return E.span(f"{short(alignment.relation)} ", _term_link(alignment.term))


def _joined(parts: Sequence[etree._Element]) -> Iterator[etree._Element | str]:
    for number, part in enumerate(parts):
        yield ", " if number else ""
        yield part


def _term_link(iri: str) -> etree._Element:
    target = f"#{iri.removeprefix(_NS)}" if iri.startswith(_NS) else iri
    return E.code(_link(target, short(iri)))


def _link(target: str, text: str) -> etree._Element:
    return E.a(text, href=target)


def _here(drawing: etree._Element) -> etree._Element:
    """The drawing as part of the page: its links stay within it."""
    for element in drawing.iter("{*}a"):
        element.set("href", f"#{(element.get('href') or '').removeprefix(_NS)}")
    for element in drawing.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(drawing)
    return drawing
