"""A shapes graph, compiled once, to checks of many small batches of triples.

`compile_shapes` reads the shapes, `check` holds a batch of Oxigraph's terms against them,
`checked_report` and `summed` add batches up, `without` takes some away. The results are those of
pySHACL, which stays the judge (tests/validate/test_compiled.py); a shape that the compiler does
not know is refused.
"""

from hemicycle.validate.compiled.batch import Statement, Term, Types, statements
from hemicycle.validate.compiled.check import Checked, check, checked_report, summed, without
from hemicycle.validate.compiled.compiler import compile_shapes
from hemicycle.validate.compiled.model import Compiled

__all__ = [
    "Checked",
    "Compiled",
    "Statement",
    "Term",
    "Types",
    "check",
    "checked_report",
    "compile_shapes",
    "statements",
    "summed",
    "without",
]
