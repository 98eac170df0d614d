"""What a rule on the whole archive added to a file that the next build has, and back."""

from pathlib import Path

from pyoxigraph import RdfFormat, parse

from hemicycle.infer import Rule, RuleRun
from hemicycle.rdf_bytes import rdf_lines


def run_lines_file(stem: Path, rule: str) -> Path:
    """Where the lines of N-Triples stand that a rule added.

    >>> run_lines_file(Path("kept/archive"), "12-surnames").name
    'archive.rule-12-surnames'
    """
    return stem.with_name(f"{stem.name}.rule-{rule}")


def keep_run(run: RuleRun, stem: Path) -> None:
    """Write what a rule added, where this is all that it constructs.

    What somebody else says too is no rule's, until nobody else says it: no file tells that.
    """
    if not run.known:
        lines = sorted(rdf_lines(run.added, RdfFormat.N_TRIPLES))
        run_lines_file(stem, run.name).write_bytes(b"".join(lines))


def kept_run(rule: Rule, stem: Path) -> RuleRun | None:
    """What a rule added to the last build, if that is all it constructs; None if it is not."""
    file = run_lines_file(stem, rule.name)
    if not file.is_file():
        return None
    quads = parse(path=file, format=RdfFormat.N_TRIPLES)
    return RuleRun(rule.name, rule.graph, tuple(quad.triple for quad in quads))
