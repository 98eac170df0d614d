"""Two builds to what differs between them: facts added, removed, changed, per question."""

from hemicycle.diff.changes import Change, Difference
from hemicycle.diff.compare import diff
from hemicycle.diff.render import DIFF_FORMS, Counts, render_difference

__all__ = ["DIFF_FORMS", "Change", "Counts", "Difference", "diff", "render_difference"]
