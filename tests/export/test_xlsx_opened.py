"""The workbook as a spreadsheet program of a Belgian opens it, cell by cell beside the CSV."""

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hemicycle.export import Request, export
from hemicycle.tables import load_tables

REQUIRED = os.environ.get("HEMICYCLE_REQUIRED", "").split()
has_office = pytest.mark.skipif(
    "office" not in REQUIRED and shutil.which("soffice") is None,
    reason="LibreOffice is not there: apt-get install libreoffice-calc-nogui",
)
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{}</value></prop></item></oor:items>"""
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma, quotes, UTF-8, cells as they are shown, every sheet in a file of its own."""

YES = {"nl-BE": ("WAAR", "ONWAAR"), "fr-BE": ("VRAI", "FAUX")}
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def opened(book: Path, locale: str, folder: Path) -> Path:
    """A folder of what a user of this locale sees in each sheet."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(LOCALE.format(locale), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", AS_SHOWN, "--outdir", str(folder / "shown"), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "shown"


def shown(kind: str, cell: str, locale: str) -> str:
    """What stands in a sheet for a cell of the CSV; two days in one cell are text."""
    if kind == "boolean" and cell:
        return YES[locale][cell == "false"]
    day = _DAY.fullmatch(cell) if kind == "date" else None
    return f"{day[3]}/{day[2]}/{day[1]}" if day else cell


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [*csv.reader(lines)]


@has_office
@pytest.mark.parametrize("locale", YES)
def test_every_cell_is_what_the_csv_says(
    locale: str, request_for: Callable[[str], Request], tmp_path: Path
) -> None:
    tables, book = request_for("tables"), request_for("book.xlsx")
    export("csv", tables)
    export("xlsx", book)
    sheets = opened(book.out, locale, tmp_path)
    days = 0
    for table in load_tables():
        kinds = [column.kind for column in table.all_columns]
        header, *expected = rows(tables.out / f"{table.name}.csv")
        wanted = [
            [shown(kind, cell, locale) for kind, cell in zip(kinds, row, strict=True)]
            for row in expected
        ]
        assert rows(sheets / f"book-{table.name}.csv") == [header, *wanted]
        days += sum(cell.count("/") == 2 and len(cell) == 10 for row in wanted for cell in row)
    assert days > 0
