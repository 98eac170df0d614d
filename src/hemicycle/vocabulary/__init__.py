"""A vocabulary as its publisher gives it to the file that linking and builds read.

The file stands in a user's authority folder, as N-Quads in a graph of its own, and
has nothing but what linking and queries need.
"""

from hemicycle.vocabulary.eurovoc import Vocabulary, VocabularyConcept, read_eurovoc
from hemicycle.vocabulary.kept import (
    VOCABULARY_FILE,
    edition_of,
    vocabulary_files,
    write_vocabulary,
)

__all__ = [
    "VOCABULARY_FILE",
    "Vocabulary",
    "VocabularyConcept",
    "edition_of",
    "read_eurovoc",
    "vocabulary_files",
    "write_vocabulary",
]
