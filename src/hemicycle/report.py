"""What a build did to a report: as text for people, as JSON for programs."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from hemicycle.summary import FindingCount, Summary

MOST_FINDINGS = 20
"""So many rows of findings stand in the text; `hemicycle findings` lists them all."""


class BuildReport(Struct, frozen=True, kw_only=True):
    """What was read, what it gave, what could not be read, and what the shapes say.

    `violations` and `warnings` count the results of the shapes graph by severity.
    """

    documents: int
    summary: Summary
    problems: tuple[str, ...]
    findings: tuple[FindingCount, ...]
    violations: int
    warnings: int

    @property
    def is_clean(self) -> bool:
        """Whether every input was read and no shape is violated."""
        return not self.problems and not self.violations


def report_json(report: BuildReport) -> str:
    """The report as one JSON object, indented."""
    encoded = msgspec.json.format(msgspec.json.encode(report), indent=1)
    return f"{encoded.decode()}\n"


def report_text(report: BuildReport) -> str:
    """The report as lines of text, numbers first."""
    return "\n".join([*_counts(report), *_problems(report), *_findings(report.findings)]) + "\n"


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


def _problems(report: BuildReport) -> Sequence[str]:
    if not report.problems:
        return []
    return ["", "Not read:", *(f"  {problem}" for problem in report.problems)]


def _findings(findings: Sequence[FindingCount]) -> list[str]:
    if not findings:
        return []
    rows = [
        f"  {row.times:>5}  {row.kind}: {row.words}  ({row.example})"
        for row in findings[:MOST_FINDINGS]
    ]
    more = len(findings) - MOST_FINDINGS
    return ["", "Findings:", *rows, *([f"  … and {more} more kinds"] if more > 0 else [])]
