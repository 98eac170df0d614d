"""The texts of a build to an index of their words, and words to the texts that have them.

The index is one SQLite file beside the store (FTS5): it is made of the records and of
the status that the store has for each question.
"""

from hemicycle.search.find import Filters, Hit, find_words
from hemicycle.search.hits import hits_json, hits_text
from hemicycle.search.index import INDEX_FILE, change_index, write_index

__all__ = [
    "INDEX_FILE",
    "Filters",
    "Hit",
    "change_index",
    "find_words",
    "hits_json",
    "hits_text",
    "write_index",
]
