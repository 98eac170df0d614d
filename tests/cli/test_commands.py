"""Every command as a user calls it: what it prints where, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from hemicycle.cli import COMMANDS as MODULES
from hemicycle.cli.all import app

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hemicycle", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        check=False,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("build") / "out"
    assert run("build", DOCUMENTS, "--out", out).returncode == 0
    return out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"`hemicycle {name}" in readme


def test_a_command_is_added_by_the_module_that_is_said_to_add_it() -> None:
    homes = {
        command.name or command.callback.__name__: command.callback.__module__
        for command in app.registered_commands
        if command.callback is not None
    }
    said = {name: f"hemicycle.cli.{home}" for home, names in MODULES.items() for name in names}
    assert homes == said


@pytest.mark.parametrize("name", ["query", "serve", "why"])
def test_commands_that_ask_do_not_wait_for_what_builds(name: str) -> None:
    code = f"""
import sys
from hemicycle.cli import import_commands, modules_for
import_commands(modules_for([{name!r}]))
print([heavy for heavy in ("pyshacl", "hemicycle.pipeline", "xlsxwriter") if heavy in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_parse_prints_one_record_a_line() -> None:
    done = run("parse", DOCUMENTS)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["question"], r["layout"], r["unread"]) for r in records] == [
        ("5-8906", "web", []),
        ("5-8910", "bilingual-print", []),
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_parse_counts_the_lines_of_each_rule() -> None:
    done = run("parse", "--coverage", DOCUMENTS)
    assert done.returncode == 0
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows.count(["0", "unread"]) == 2
    assert ["36", "relation-line"] in rows
    assert ["18", "relation-line"] in rows


def test_a_query_that_stops_says_so_beside_its_rows(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "first.rq"
    file.write_text("# most: 1\nSELECT ?s { ?s a hc:WrittenQuestion } ORDER BY ?s LIMIT 1")
    done = run("query", str(file), "--store", store, "--format", "csv")
    assert done.stdout == "s\nhttps://w3id.org/hemicycle/id/question/5-8900\n"
    assert "first stopped at 1 rows" in done.stderr
    assert "stopped" not in run("query", "families", "--store", store).stderr


def test_a_search_that_stops_says_so_beside_its_hits(store: Path) -> None:
    first = run("search", "Facebook", "--store", store, "--limit", "1", "--format", "json")
    assert first.stdout.count("\n") == 1
    assert "these are the first 1, there are more" in first.stderr
    assert "there are more" not in run("search", "Facebook", "--store", store).stderr


def test_query_by_name_file_and_text(store: Path, tmp_path: Path) -> None:
    text = "SELECT ?q WHERE { ?a hc:answers ?q } ORDER BY ?q"
    file = tmp_path / "mine.rq"
    file.write_text(text, encoding="utf-8")
    expected = "q\nhttps://w3id.org/hemicycle/id/question/5-8906\nhttps://w3id.org/hemicycle/id/question/5-8910\n"
    for wanted in (text, str(file)):
        done = run("query", wanted, "--store", store, "--format", "csv")
        assert (done.returncode, done.stdout.replace("\r", "")) == (0, expected)
    named = run("query", "families", "--store", store, "--format", "json")
    assert json.loads(named.stdout)["results"]["bindings"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("query", "familie"), "families"),
        (("query", "SELECT * WHERE { ?s ?p }"), "line 1"),
        (("query", "DELETE WHERE { ?s ?p ?o }"), ""),
        (("why", "account/nobody"), "nothing is said"),
        (("why", "not an iri"), ""),
    ],
)
def test_what_is_not_found_or_wrong_ends_in_1(
    arguments: tuple[str, ...], words: str, store: Path
) -> None:
    done = run(*arguments, "--store", store)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr
    assert done.stdout == ""


def test_no_store_and_wrong_calls(tmp_path: Path) -> None:
    assert run("query", "families", "--store", tmp_path).returncode == 1
    assert run("query", "families", "--bind", "x").returncode == 2
    assert run("build").returncode == 2
    assert run("nonsense").returncode == 2
    assert run("export", "docx").returncode == 2


def test_why_prints_sentence_file_and_offsets(store: Path) -> None:
    done = run("why", "account/twitter-profile-janeyckmans", "--store", store)
    assert done.returncode == 0
    assert "5-8906.web.fr.txt, line 74, 3154-3166: «@janeyckmans»" in done.stdout
    assert "Porte-parole: @janeyckmans (NL + FR)" in done.stdout


def test_findings_by_kind(store: Path) -> None:
    done = run("findings", "--store", store)
    assert done.stdout.splitlines() == [
        "account-without-owner: 2 (1 different)",
        "     2  @belgiumbe  (5-8906.web.fr.txt)",
    ]
    assert run("findings", "--store", store, "--kind", "unknown-post").stdout.strip() == ""


def test_a_vocabulary_goes_into_an_authority_folder(tmp_path: Path) -> None:
    file = ROOT / "tests" / "vocabulary" / "eurovoc.ttl"
    done = run("vocabulary", "eurovoc", file, "--out", tmp_path / "mine")
    assert done.returncode == 0
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["eurovoc.nq"]
    assert "EuroVoc 20240101-0, 4 concepts" in done.stderr
    assert run("vocabulary", "rameau", file, "--out", tmp_path / "other").returncode == 2
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("form", ["text", "json", "turtle"])
def test_validate_a_build(form: str, store: Path) -> None:
    done = run("validate", store, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_validate_names_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(
        "@prefix hc: <https://w3id.org/hemicycle/ns#> .\n"
        '<https://w3id.org/hemicycle/id/question/5-1> a hc:WrittenQuestion ; hc:number "x" .\n',
        encoding="utf-8",
    )
    done = run("validate", file, "--lang", "fr")
    assert done.returncode == 1
    assert "question/5-1" in done.stdout
    file.write_text("no turtle", encoding="utf-8")
    done = run("validate", file)
    assert done.returncode == 1
    assert "mine.ttl, line 1" in done.stderr


@pytest.mark.parametrize(
    "form",
    ["ttl", "nt", "nq", "trig", "jsonld", "rdfxml", "gexf", "graphml", "csv", "gephi-csv"],
)
def test_every_format_is_written(form: str, store: Path, tmp_path: Path) -> None:
    done = run("export", form, "--store", store, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out").exists()
