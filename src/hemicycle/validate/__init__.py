"""A graph and the shapes it must have to a report for people, for programs and in RDF.

`load_shapes` reads a folder of shapes, `validate` holds a data graph against them,
`as_text`, `as_json` and `as_turtle` write the report down.
"""

from hemicycle.validate.check import validate
from hemicycle.validate.render import as_json, as_text, as_turtle
from hemicycle.validate.report import FocusCount, Report, Result, merged
from hemicycle.validate.shapes import SHAPE, load_shapes
from hemicycle.validate.words import Language

__all__ = [
    "SHAPE",
    "FocusCount",
    "Language",
    "Report",
    "Result",
    "as_json",
    "as_text",
    "as_turtle",
    "load_shapes",
    "merged",
    "validate",
]
