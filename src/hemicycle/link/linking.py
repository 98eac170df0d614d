"""One record to the nodes its names mean, each with its proof."""

from hemicycle.link.accounts import link_accounts
from hemicycle.link.authority import Authority
from hemicycle.link.citations import link_citations
from hemicycle.link.found import together
from hemicycle.link.head import link_head
from hemicycle.link.headings import link_headings
from hemicycle.link.labelled import link_keywords, link_posts
from hemicycle.link.numbered import link_parts
from hemicycle.link.oddities import link_oddities
from hemicycle.link.passages import read_passages
from hemicycle.link.people import link_asker
from hemicycle.link.services import link_services
from hemicycle.link.sheets import read_sheet
from hemicycle.links import Linked
from hemicycle.mint import question_key
from hemicycle.records import Record


def link(record: Record, page_text: str, authority: Authority) -> Linked:
    """What the names of one page mean, by its record, its text and the authority files.

    Nothing else is looked at: the same page gives the same links, whatever the
    other pages say. `exact == page_text[start:end]` for every mention.
    """
    question = question_key(record.question, record.source.key)
    path = f"question/{question}"
    asker = link_asker(record, page_text, authority)
    posts = link_posts(record, page_text, authority)
    keywords = link_keywords(record, page_text, authority)
    sheet = read_sheet(page_text, authority.sought)
    headings = link_headings(record, page_text, question, authority)
    passages = list(read_passages(record, sheet, question, headings.services, authority))
    found = together(
        [
            link_head(record, page_text, question),
            *asker.found,
            posts.found,
            keywords.found,
            *headings.found,
            link_parts(record, page_text, question),
            link_services(passages),
            link_citations(record, page_text, path, passages),
            link_accounts(passages, question, record.source.key, authority),
            link_oddities(record, sheet, path),
        ]
    )
    return Linked(
        record=record,
        question=path,
        asker=asker.asker,
        party=asker.party,
        posts=posts.paths,
        concepts=keywords.concepts,
        section_services=headings.services,
        mentions=found.mentions,
        accounts=found.accounts,
        statements=found.statements,
        local_nodes=found.local_nodes,
        findings=found.findings,
    )
