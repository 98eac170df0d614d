"""A build to a SPARQL store elsewhere: only what changed, graph by graph, and read back."""

from hemicycle.publish.dump import write_published
from hemicycle.publish.options import Options
from hemicycle.publish.report import Difference, Report, report_text
from hemicycle.publish.run import publish

__all__ = ["Difference", "Options", "Report", "publish", "report_text", "write_published"]
