"""What a build did to a report: as text for people, as JSON for programs."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from hemicycle.summary import FindingCount, Summary

MOST_FINDINGS = 20
"""So many rows of findings stand in the text; `hemicycle findings` lists them all."""


class BuildReport(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was read, what it gave, what could not be read, and what the shapes say.

    `passed` has a line for each WARC or WET file that holds other pages too.
    `violations` and `warnings` count the results of the shapes graph by severity; `unlooked`
    are shapes that found no focus node though the graph has what they are for.
    """

    documents: int
    summary: Summary
    problems: tuple[str, ...]
    findings: tuple[FindingCount, ...]
    violations: int
    warnings: int
    passed: tuple[str, ...] = ()
    unlooked: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether every input was read, every shape looked at something, and none is violated."""
        return not self.problems and not self.violations and not self.unlooked


def report_json(report: BuildReport) -> str:
    """The report as one JSON object, indented."""
    encoded = msgspec.json.format(msgspec.json.encode(report), indent=1)
    return f"{encoded.decode()}\n"


def report_text(report: BuildReport) -> str:
    """The report as lines of text, numbers first."""
    rows = (
        *_counts(report),
        *_block("Not read:", report.problems),
        *_block("Passed over:", report.passed),
        *_block("Shapes that looked at nothing:", report.unlooked),
        *_findings(report.findings),
    )
    return "\n".join(rows) + "\n"


def _counts(report: BuildReport) -> list[str]:
    summary = report.summary
    rows = (
        ("documents", report.documents),
        ("questions known", summary.questions_known),
        ("questions read", summary.questions_read),
        ("families", summary.families),
        ("services named", summary.services),
        ("accounts", summary.accounts),
        ("findings", summary.findings),
        ("shapes violated", report.violations),
        ("shapes warned", report.warnings),
    )
    return [f"{count:>8}  {name}" for name, count in rows]


def _block(title: str, rows: Sequence[str]) -> Sequence[str]:
    return ["", title, *(f"  {row}" for row in rows)] if rows else []


def _findings(findings: Sequence[FindingCount]) -> list[str]:
    if not findings:
        return []
    rows = [f"  {row.times:>5}  {row.kind}: {row.line()}" for row in findings[:MOST_FINDINGS]]
    more = len(findings) - MOST_FINDINGS
    return ["", "Findings:", *rows, *([f"  … and {more} more kinds"] if more > 0 else [])]
