"""A new build takes the place of the one that is served."""

import shutil
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import msgspec
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from hemicycle.manifest import read_manifest, write_manifest
from hemicycle.mint import Mint
from hemicycle.serve.settings import Settings
from hemicycle.staging import staged
from hemicycle.store import write_store

NEW = NamedNode("https://w3id.org/hemicycle/id/question/9-1")
KNOWN = "ASK { <id/question/9-1> ?p ?o }"
SLOW = """SELECT (COUNT(*) AS ?n) { { SELECT ?c { ?a ?b ?c } LIMIT 1000 }
    { SELECT ?f { ?d ?e ?f } LIMIT 1000 } FILTER(?c != ?f) }"""


def build_again(out: Path) -> None:
    """Replace a build by one that knows a question more, as `hemicycle build` does."""
    with staged(out) as folder:
        shutil.copytree(out, folder, ignore=shutil.ignore_patterns("store"), dirs_exist_ok=True)
        manifest = read_manifest(out)
        write_manifest(folder, msgspec.structs.replace(manifest, software="hemicycle 9"))
        quads = list(parse(path=out / "hemicycle.nq", format=RdfFormat.N_QUADS))
        kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        more = Quad(
            NEW, kind, NamedNode("https://w3id.org/hemicycle/ns#Question"), Mint().graph("local")
        )
        write_store(folder / "store", [*quads, more], Mint())


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 300
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_new_build_is_taken_up(
    copy_build: Callable[[Path], Path],
    start: Callable[[Settings], AbstractContextManager[Any]],
    tmp_path: Path,
) -> None:
    out = copy_build(tmp_path / "out")
    with start(Settings(folder=out, port=0, time_limit=600, query_workers=1)) as running:
        client = running.client

        def knows() -> bool:
            answer = client.get("/sparql", params={"query": KNOWN})
            assert answer.status_code == 200, answer.text
            return bool(answer.json()["boolean"])

        assert not knows()
        before = client.get("/health").json()
        page = client.get("/fr/").headers["etag"]
        assert client.get("/id/question/9-1").status_code == 404
        slow: list[int] = []
        asking = threading.Thread(
            target=lambda: slow.append(client.get("/sparql", params={"query": SLOW}).status_code)
        )
        asking.start()
        time.sleep(0.3)
        build_again(out)
        wait_until(knows)
        after = client.get("/health").json()
        assert (before["software"] != after["software"], after["software"]) == (True, "hemicycle 9")
        assert client.get("/id/question/9-1").status_code == 303
        assert len(running.sites) == 2
        assert client.get("/fr/").headers["etag"] == page
        assert running.sites[-1].made == ["/fr/"]
        asking.join(timeout=300)
        assert slow == [200]  # it began on the old build, and ended on it


def test_what_cannot_be_opened_is_not_taken_up(
    copy_build: Callable[[Path], Path],
    start: Callable[[Settings], AbstractContextManager[Any]],
    tmp_path: Path,
) -> None:
    out = copy_build(tmp_path / "out")
    with start(Settings(folder=out, port=0, query_workers=1)) as running:
        assert running.client.get("/health").json()["problem"] is None
        (out / "manifest.json").write_text('{"form": 999}')
        wait_until(lambda: running.client.get("/health").json()["problem"] is not None)
        assert running.client.get("/fr/").status_code == 200
        assert running.client.get("/doc/question/5-8906.ttl").status_code == 200
