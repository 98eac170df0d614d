"""Rows to a page of the site that is a CSV file to download."""

import csv
import io
from collections.abc import Iterable, Sequence

from hemicycle.site.data import SitePage


def csv_page(
    name: str, title: str, language: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> SitePage:
    """A list as CSV (RFC 4180): a header, a line a row; `name` is the file's, before `.csv`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return SitePage(title, language, text.getvalue(), "text/csv; charset=utf-8", f"{name}.csv")
