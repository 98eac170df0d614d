"""A person, a post or a government to who held which post in which government, and when."""

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.entity import Entity


class Tenure(Struct, frozen=True):
    """A post that a person held in a government, [start, end); None for a day not known."""

    person: Node | None
    post: Node | None
    government: Node | None
    start: str | None
    end: str | None


def tenures(site: SiteData, query: str, entity: Entity, language: str) -> tuple[Tenure, ...]:
    """The tenures that a query finds, the first first; what it leaves out is None."""
    found: list[Tenure] = []
    for row in site.rows(query, entity=NamedNode(entity.iri)):
        person, post, government = (
            None if iri is None else site.node(iri, language)
            for iri in (row.text("person"), row.text("post"), row.text("government"))
        )
        found.append(Tenure(person, post, government, row.text("start"), row.text("end")))
    return tuple(dict.fromkeys(found))
