"""The files of deploy/ say only what our commands understand, and other programs read them."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hemicycle.cli.all import app

yaml = pytest.importorskip("yaml", reason="PyYAML is not there: pip install 'hemicycle[dask]'")

DEPLOY = Path(__file__).parent.parent.parent / "deploy"
DOCS = DEPLOY.parent / "docs"
SERVICE = (DEPLOY / "hemicycle.service").read_text(encoding="utf-8")
EXEC = re.search(r"^ExecStart=(.*)$", SERVICE, re.MULTILINE)
CONTAINER = re.search(
    r"^CMD \[(.*)\]$", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE
)
assert EXEC is not None
assert CONTAINER is not None
CONSOLE = re.compile(r"^\$ (?:/opt/hemicycle/bin/)?(hemicycle [^#\n]*)", re.MULTILINE)
COMMANDS = [
    shlex.split(EXEC[1])[1:],
    [word.strip('", ') for word in CONTAINER[1].split(",")],
    *(
        shlex.split(line)[1:]
        for name in ("cluster.md", "serving.md")
        for line in CONSOLE.findall((DOCS / name).read_text(encoding="utf-8"))
    ),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_have_the_options_they_are_given(command: list[str]) -> None:
    """An option that a command does not know is an error before it shows its help."""
    done = CliRunner().invoke(app, [*command, "--help"])
    assert done.exit_code == 0, done.output
    assert "Usage:" in done.output


def test_an_option_that_is_none_is_found() -> None:
    assert CliRunner().invoke(app, ["serve", "--stroe", "graphs", "--help"]).exit_code == 2


def test_compose_serves_the_folder_above_the_build_behind_the_proxy() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    server, proxy = compose["services"]["server"], compose["services"]["proxy"]
    assert CliRunner().invoke(app, [*server["command"], "--help"]).exit_code == 0
    assert server["build"]["dockerfile"] == "deploy/Containerfile"
    assert "--store=/data/graphs" in server["command"]
    assert [mount.rpartition(":/")[2] for mount in server["volumes"]] == ["data:ro"]
    assert "ports" not in server
    assert proxy["environment"]["HEMICYCLE_SERVER"] == "server:8000"
    assert "./Caddyfile:/etc/caddy/Caddyfile:ro" in proxy["volumes"]


@pytest.mark.skipif(
    shutil.which("docker-compose") is None,
    reason="docker-compose is not there: apt-get install docker-compose",
)
def test_compose_reads_its_file() -> None:
    """It holds the file against its own schema; names that are not set are an error."""
    command = ["docker-compose", "--file", str(DEPLOY / "compose.yaml"), "config"]
    names = {"HEMICYCLE_HOST": "hemicycle.example.org", "HEMICYCLE_DATA": "/srv/hemicycle"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | names
    )
    assert done.returncode == 0, done.stderr
    server = yaml.safe_load(done.stdout)["services"]["server"]
    assert server["command"][-1] == "--base-url=https://hemicycle.example.org"
    assert server["volumes"] == ["/srv/hemicycle:/data:ro"]
    left_out = {key: value for key, value in os.environ.items() if key not in names}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=left_out)
    assert (done.returncode, "the name of the host" in done.stderr) == (1, True)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not there")
def test_systemd_reads_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "hemicycle.service"
    unit.write_text(SERVICE.replace("/opt/hemicycle/bin/hemicycle", "/bin/true"), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(
    shutil.which("nginx") is None or shutil.which("openssl") is None,
    reason="nginx is not there: apt-get install nginx-light openssl",
)
def test_nginx_reads_its_file(tmp_path: Path) -> None:
    name = ["-subj", "/CN=hemicycle.example.org", "-days", "1"]
    pair = ["-keyout", f"{tmp_path}/privkey.pem", "-out", f"{tmp_path}/fullchain.pem"]
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"]
    subprocess.run([*request, *pair, *name], check=True, capture_output=True)
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for place in ("/etc/letsencrypt/live/hemicycle.example.org", "/var/cache/nginx"):
        assert place in text
        text = text.replace(place, str(tmp_path))
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {text} }}"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    command = ["nginx", "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(
    shutil.which("caddy") is None, reason="Caddy is not there: apt-get install caddy"
)
def test_caddy_reads_its_file(tmp_path: Path) -> None:
    done = subprocess.run(
        ["caddy", "validate", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
