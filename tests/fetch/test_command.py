"""`hemicycle fetch` as a user calls it: all that it prints, and how it ends."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner

from hemicycle.cli import main
from hemicycle.cli.all import app


class Senate(Protocol):
    """The site that conftest.py has."""

    url: str
    asked: list[str]
    robots: bytes | None
    put: Callable[..., str]
    address: Callable[..., str]


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output, standard error with its times blurred."""
    result = CliRunner().invoke(app, ["fetch", *map(str, arguments)])
    return result.exit_code, result.stdout, re.sub(r"in \d+\.\d s", "in … s", result.stderr)


def test_dry_run_prints_addresses_and_asks_nobody(tmp_path: Path) -> None:
    out = tmp_path / "out"
    numbers = ("--legislature", "5", "--numbers", "8900-8901,8910")
    code, printed, said = run("5-8910", *numbers, "--languages", "nl", "--dry-run", "--out", out)
    form = "https://www.senate.be/www/?MIval=Vragen/SchriftelijkeVraag&LEG=5&NR={}&LANG=nl\n"
    assert (code, printed, said) == (0, "".join(map(form.format, (8910, 8900, 8901))), "")
    assert not out.exists()


def test_a_run(senate: Senate, tmp_path: Path) -> None:
    senate.put("5-8910", "fr", "Aussi posée à : question écrite 5-8911")
    senate.put("5-8911")
    options = ("--family", "--languages", "fr", "--host", senate.url, "--delay", "0")
    arguments = ("5-8910", "5-8912", *options, "--out", tmp_path / "out")
    missing = f"{senate.url}{senate.address('5-8912')}: missing: answers 404 Not Found\n"
    assert run(*arguments) == (
        1,
        "",
        "asking for pages (2)\n"
        f"{missing}"
        "asking for pages that these name (1)\n"
        "       3  addresses\n"
        "       2  new\n"
        "       1  missing\n"
        "       4  answers in … s: 2 of status 200, 2 of status 404\n",
    )
    senate.put("5-8912")
    assert run(*arguments)[::2] == (
        0,
        "asking for pages (2)\n"
        "asking for pages that these name (1)\n"
        "       3  addresses\n"
        "       2  kept before\n"
        "       1  new\n"
        "       2  answers in … s: 1 of status 200, 1 of status 404\n",
    )


def test_a_run_that_robots_stop(senate: Senate, tmp_path: Path) -> None:
    senate.robots = b"User-agent: *\nDisallow: /www/"
    code, printed, said = run("5-8910", "--host", senate.url, "--out", tmp_path / "out")
    assert (code, printed) == (3, "")
    assert said.splitlines()[1:] == [
        "       0  addresses",
        "       1  answers in … s: 1 of status 200",
        f"hemicycle: stopped: {senate.url}/robots.txt forbids "
        f"{senate.address('5-8910')}; ask whoever runs it for leave",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("8910",),
        ("5-8910", "--legislature", "5"),
        ("--numbers", "1-2"),
        ("--legislature", "5", "--numbers", "2-1"),
        ("5-8910", "--languages", "de"),
        ("5-8910", "--layout", "bulletin"),
        ("5-8910", "--delay", "0.5"),
        ("5-8910", "--host", "ftp://senate.be"),
        ("5-8910", "--contact", "a\nb"),
        ("5-8910", "--tries", "0"),
    ],
)
def test_wrong_calls_ask_nobody(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*arguments, "--out", tmp_path / "out")[:2] == (2, "")
    assert not (tmp_path / "out").exists()


def test_a_run_that_cannot_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.write_text("no folder")
    command = ["hemicycle", "fetch", "5-8910", "--host", "localhost:9", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"hemicycle: {out}: cannot be written (File exists)\n"
