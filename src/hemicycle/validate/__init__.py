"""A graph and the shapes it must have to a report for people, for programs and in RDF.

`load_shapes` reads a folder of shapes, `validate` holds a data graph against them,
`as_text`, `as_json` and `as_turtle` write the report down.
"""

from hemicycle.validate.check import validate
from hemicycle.validate.html import as_html
from hemicycle.validate.page_places import in_pages, mention_kind, place_in_text
from hemicycle.validate.places import in_files, located
from hemicycle.validate.render import as_json, as_text, as_turtle
from hemicycle.validate.report import FocusCount, Place, Report, Result, merged, reported
from hemicycle.validate.rules import CrossRule, check_rules, load_rules, rule_counts, rule_results
from hemicycle.validate.shapes import SHAPE, load_shapes
from hemicycle.validate.words import Language

__all__ = [
    "SHAPE",
    "CrossRule",
    "FocusCount",
    "Language",
    "Place",
    "Report",
    "Result",
    "as_html",
    "as_json",
    "as_text",
    "as_turtle",
    "check_rules",
    "in_files",
    "in_pages",
    "load_rules",
    "load_shapes",
    "located",
    "mention_kind",
    "merged",
    "place_in_text",
    "reported",
    "rule_counts",
    "rule_results",
    "validate",
]
