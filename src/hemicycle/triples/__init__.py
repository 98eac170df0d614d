"""A linked record to RDF: one module a class, and the quads of a whole page.

`page_quads` gives what one page says, `page_text_quads` where another copy of it came
from, `authority_quads` what the authority files say.
docs/graph.md tells which graph holds what.
"""

from hemicycle.triples.authority import authority_quads
from hemicycle.triples.quads import page_quads, page_text_quads

__all__ = ["authority_quads", "page_quads", "page_text_quads"]
