"""A post to its page: who held it when, and what became of the questions addressed to it."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.asked import QuestionList, asked, question_list
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.entity import Entity, Name, entity_of, entity_page, names, nodes, nodes_to
from hemicycle.site.history import History, history
from hemicycle.site.tenures import Tenure, tenures


class Post(Struct, frozen=True, kw_only=True):
    """What a post's page says; `same` are other titles that pages print for it."""

    names: tuple[Name, ...]
    same: tuple[Node, ...]
    tenures: tuple[Tenure, ...]
    history: History
    questions: QuestionList


def post_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a minister's or a secretary of State's post."""
    entity = entity_of(site, f"post/{reference}", language, parameters)
    if entity is None:
        return None
    post = post_of(site, entity, language, parameters)
    said = {"@type": "DefinedTerm", "alternateName": [name.text for name in post.names]}
    return entity_page(site, "post.html", entity, language, said, post=post)


def post_of(site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]) -> Post:
    """What the page of a post says."""
    questions = asked(site, "hc:addressedTo", NamedNode(entity.iri))
    same = nodes(site, entity, "skos:exactMatch", language)
    return Post(
        names=names(site, entity, "rdfs:label", "skos:altLabel"),
        same=tuple(dict.fromkeys((*same, *nodes_to(site, entity, "skos:exactMatch", language)))),
        tenures=tenures(site, "post-holders", entity, language),
        history=history(questions, language),
        questions=question_list(site, questions, language, parameters),
    )
