"""Rules that derive what depends on several pages, and findings about what does not agree.

Each rule is a CONSTRUCT query in a file of its own: rules/*.rq feed graph/inferred,
in the order of their names, findings/*.rq graph/findings.
"""

from hemicycle.infer.keyed import key_values, keyed_triples
from hemicycle.infer.premises import mention_kinds, premises
from hemicycle.infer.rules import Key, Rule, Scope, all_rules, finding_rules, read_rule, rules
from hemicycle.infer.run import Bound, RuleRun, apply_rule, infer

__all__ = [
    "Bound",
    "Key",
    "Rule",
    "RuleRun",
    "Scope",
    "all_rules",
    "apply_rule",
    "finding_rules",
    "infer",
    "key_values",
    "keyed_triples",
    "mention_kinds",
    "premises",
    "read_rule",
    "rules",
]
