"""What a page gives of an answer that leads elsewhere, of an interpellation, of damage."""

from functools import lru_cache

from hemicycle.assets import asset
from hemicycle.link import Authority, link, load_authority
from hemicycle.links import Linked
from hemicycle.parse import parse
from hemicycle.read import read_bytes

PAGE = """Question écrite n° 5-900
de Bert A (sp.a) du 1 juillet 2013
au ministre X
Un titre
un mot-clé
Chronologie
1/7/2013Envoi question
2/7/2013Réponse
Requalifiée en : interpellation 5-33
Lien avec une autre question : motion 5-34
Question n° 5-900 du 1 juillet 2013 : (Question posée en français)
Je renvoie à la réponse à la question n° 5-10.
Réponse reçue le 2 juillet 2013 :
Je renvoie à la réponse à la question n° 5-8905. Le l¿accueil n'est pas de ma compétence.
Réponse complémentaire reçue le 3 juillet 2013 :
Ik verwijs naar het antwoord van mijn collega.
"""


@lru_cache(maxsize=1)
def authority() -> Authority:
    return load_authority(sorted(asset("ontology/authority").glob("*.ttl")))


def linked() -> Linked:
    page = read_bytes(PAGE.encode(), file="page.txt")
    return link(parse(page), page.text, authority())


def test_mentions_name_the_question_or_the_answer() -> None:
    found = [
        (own.rule, own.kind, own.body, own.within, own.exact)
        for own in linked().mentions
        if own.rule in ("refers-elsewhere", "not-competent")
    ]
    words = "renvoie à la réponse à la question n° 5-8905"
    assert found == [
        ("refers-elsewhere", "question", "question/5-8905", "answer-section/5-900-1", words),
        (
            "not-competent",
            "answer-text",
            "answer/5-900",
            "answer-section/5-900-1",
            "n'est pas de ma compétence",
        ),
        (
            "refers-elsewhere",
            "answer-text",
            "answer/5-900-2",
            "answer-section/5-900-2-1",
            "verwijs naar het antwoord van mijn collega",
        ),
    ]


def test_findings_name_unknown_targets_and_damage() -> None:
    found = [
        (own.kind, own.about, own.words)
        for own in linked().findings
        if own.kind in ("unknown-relation", "undecoded-character")
    ]
    assert found == [
        ("undecoded-character", None, "l¿accueil"),
        (
            "unknown-relation",
            "referred-question/5-34",
            "Lien avec une autre question : motion",
        ),
    ]


def test_relations_name_nodes_of_their_own_series() -> None:
    bodies = [own.body for own in linked().mentions if own.rule == "relation-line"]
    assert bodies == ["interpellation/5-33", "referred-question/5-34"]
