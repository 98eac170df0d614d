"""A record to the nodes its names mean, by authority files and rules, each with its proof.

`load_authority` reads the authority files once; `link` sees one record, its
page's text and those tables, and nothing else.
"""

from hemicycle.link.authority import Authority, load_authority
from hemicycle.link.linking import link

__all__ = ["Authority", "link", "load_authority"]
