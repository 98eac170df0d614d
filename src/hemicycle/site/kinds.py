"""The first word of a path to the function that makes its page."""

from collections.abc import Callable, Mapping

from hemicycle.site.about import about_page
from hemicycle.site.account import account_page
from hemicycle.site.addresses import OTHER_QUESTIONS, OTHER_THINGS
from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.data_page import data_page
from hemicycle.site.entity_list import listing_kinds
from hemicycle.site.explorer import explorer_page
from hemicycle.site.family import family_page
from hemicycle.site.family_list import families_csv, families_page
from hemicycle.site.findings import findings_page
from hemicycle.site.generic import generic_kind
from hemicycle.site.government import government_page
from hemicycle.site.home import home_page
from hemicycle.site.keyword import keyword_page
from hemicycle.site.legislature import legislature_page
from hemicycle.site.page_text import text_page
from hemicycle.site.party import party_page
from hemicycle.site.platform import platform_page
from hemicycle.site.post import post_page
from hemicycle.site.question import question_kind
from hemicycle.site.question_list import (
    questions_csv,
    questions_page,
    unanswered_csv,
    unanswered_page,
)
from hemicycle.site.search_page import search_page
from hemicycle.site.senator import person_page
from hemicycle.site.service import service_page
from hemicycle.site.sparql_editor import editor_page

WITHIN_QUESTION = frozenset(("answer", "answer-section", "answer-part", "question-part"))
"""Things that links show on their question's page; asked for outright they have one too."""

PageOf = Callable[[SiteData, str, str, Mapping[str, str]], SitePage | None]
"""Site, what stands behind the first word, language, parameters; None: there is no such page."""


def page_kinds() -> dict[str, PageOf]:
    """Every kind of page by the first word of its path; the home page has none."""
    things = {kind: generic_kind(kind) for kind in sorted(OTHER_THINGS | WITHIN_QUESTION)}
    others = {kind: question_kind(kind) for kind in OTHER_QUESTIONS}
    return (
        things
        | others
        | listing_kinds()
        | {
            "": home_page,
            "about": about_page,
            "account": account_page,
            "concept": keyword_page,
            "data": data_page,
            "family": family_page,
            "families": families_page,
            "families.csv": families_csv,
            "questions": questions_page,
            "questions.csv": questions_csv,
            "unanswered": unanswered_page,
            "unanswered.csv": unanswered_csv,
            "search": search_page,
            "findings": findings_page,
            "government": government_page,
            "graph": explorer_page,
            "legislature": legislature_page,
            "party": party_page,
            "person": person_page,
            "platform": platform_page,
            "post": post_page,
            "question": question_kind("question"),
            "service": service_page,
            "sparql-editor": editor_page,
            "text": text_page,
        }
    )
