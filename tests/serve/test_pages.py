"""Pages for people, files, and what every response says."""

import gzip
import hashlib
import json
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from lxml import etree

PAGE = "/fr/question/5-8906"


def test_a_page_is_made_once(running: Any) -> None:
    made = running.sites[-1].made
    first = running.client.get(f"{PAGE}?b=2&a=1&empty=")
    before = len(made)
    again = [running.client.get(f"{PAGE}?a=1&b=2"), running.client.get(f"{PAGE}?b=2&a=1")]
    assert len(made) == before
    assert {answer.content for answer in again} == {first.content}
    assert "[('a', '1'), ('b', '2')]" in first.text
    running.client.get(f"{PAGE}?a=2&b=2")
    assert len(made) == before + 1


@pytest.mark.parametrize(
    "path", [PAGE, "/doc/question/5-8906.ttl", "/sitemap.xml", "/static/site.css"]
)
def test_what_a_client_has_is_not_sent_again(client: httpx.Client, path: str) -> None:
    sent_once(client, path)


def test_a_file_that_a_client_has_is_not_sent_again(running: Any) -> None:
    sent_once(running.client, "/dumps/hemicycle.nq")


def sent_once(client: httpx.Client, path: str) -> None:
    etag = client.get(path).headers["etag"]
    for known in (etag, f'"other", {etag}', "*"):
        answer = client.get(path, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == etag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_page_is_made_smaller_for_who_wants_that(client: httpx.Client) -> None:
    with client.stream("GET", PAGE, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        packed = b"".join(answer.iter_raw())
    plain = client.get(PAGE, headers={"Accept-Encoding": "identity"})
    assert gzip.decompress(packed) == plain.content
    assert "Accept-Encoding" in plain.headers["vary"]


def test_no_page_and_a_page_that_cannot_be_made(client: httpx.Client) -> None:
    missing = client.get("/nl/nothing")
    assert (missing.status_code, missing.text) == (404, "<title>nl: no such page</title>")
    refused = client.get("/nl/refused")
    assert (refused.status_code, refused.text) == (400, "this page is refused\n")
    assert client.get("/de/").status_code == 404
    assert client.get(f"{PAGE}?{'a=1&' * 40}").status_code == 400


def test_a_table_is_a_file_to_keep(client: httpx.Client) -> None:
    answer = client.get("/nl/questions.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="questions.csv"'


@pytest.mark.parametrize(
    ("language", "address"), [("nl, fr;q=0.9", "/nl/"), ("fr-FR", "/fr/"), ("de", "/en/")]
)
def test_the_way_in(client: httpx.Client, language: str, address: str) -> None:
    answer = client.get("/", headers={"Accept-Language": language})
    assert (answer.status_code, answer.headers["location"]) == (302, address)
    assert client.get("/fr").headers["location"] == "/fr/"


ADDRESSES = ("/", PAGE, "/nl/nothing", "/nothing", "/id/question/5-8906", "/doc/question/5-8906", "/ns", "/health", "/metrics", "/robots.txt", "/sitemap.xml", "/static/site.css", "/dumps/hemicycle.ttl", "/sparql")  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_response_is_guarded_and_has_a_head(client: httpx.Client, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    for answer in (got, head):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'self'; script-src 'self'; style-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    if "content-length" in got.headers and path not in ("/metrics",):
        assert head.headers["content-length"] == got.headers["content-length"]


@pytest.mark.parametrize(
    "path", [PAGE, "/id/question/5-8906", "/health", "/static/site.css", "/ns"]
)
def test_other_methods_are_refused_with_those_that_there_are(
    client: httpx.Client, path: str
) -> None:
    answer = client.post(path, content=b"x")
    assert answer.status_code == 405
    assert sorted(answer.headers["allow"].split(", ")) == ["GET", "HEAD"]


def raw(running: Any, path: str) -> tuple[int, bytes]:
    """Status and body of a path that is sent as it is."""
    address = urlsplit(running.address)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=300)
    connection.putrequest("GET", path, skip_accept_encoding=True)
    connection.endheaders()
    with closing(connection):
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_an_address_that_is_too_long(running: Any) -> None:
    assert raw(running, f"/fr/{'x' * 33_000}")[0] == 414
    assert raw(running, f"/sparql?query={'%23' * 11_000}")[0] == 414


def test_a_file_of_the_build_whole_and_in_part(running: Any) -> None:
    file = running.settings.folder / "hemicycle.nq"
    whole = running.client.get("/dumps/hemicycle.nq")
    assert whole.content == file.read_bytes()
    assert whole.headers["content-type"] == "application/n-quads"
    assert whole.headers["accept-ranges"] == "bytes"
    digest = hashlib.sha256(whole.content).hexdigest()
    assert whole.headers["etag"] == f'"{digest[:32]}"'
    part = running.client.get("/dumps/hemicycle.nq", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole.content)}"
    other = {"Range": "bytes=10-19", "If-Range": '"other"'}
    assert running.client.get("/dumps/hemicycle.nq", headers=other).status_code == 200
    beyond = running.client.get("/dumps/hemicycle.nq", headers={"Range": "bytes=999999999-"})
    assert beyond.status_code == 416
    assert (
        running.client.get("/dumps/tables/accounts.csv").headers["content-type"]
        == "text/csv; charset=utf-8"
    )
    assert running.client.get("/dumps/manifest.json").json()["form"] == 1


@pytest.mark.parametrize(
    "path",
    [
        "/dumps/store/CURRENT",
        "/dumps/",
        "/dumps/../manifest.json",
        "/dumps/%2e%2e/secret.txt",
        "/dumps/tables/../manifest.json",
        "/dumps//etc/passwd",
        "/static/",
        "/static/pictures",
        "/static/../secret.txt",
        "/static/%2e%2e/secret.txt",
        "/static/..%2fsecret.txt",
        "/static//etc/passwd",
        "/static/pictures/../../secret.txt",
        "/static/site.css%00",
        "/static/%ff",
    ],
)
def test_no_other_file_is_given(running: Any, path: str) -> None:
    status, body = raw(running, path)
    assert status == 404
    assert b"secret" not in body.replace(b"secret.txt", b"")


def test_static_files(client: httpx.Client) -> None:
    style = client.get("/static/site.css")
    assert (style.text, style.headers["content-type"]) == (
        "main { color: black }\n",
        "text/css; charset=utf-8",
    )
    assert style.headers["cache-control"] == "public, max-age=3600"
    assert client.get("/static/pictures/a.svg").headers["content-type"] == "image/svg+xml"


def test_sitemap_and_robots(running: Any) -> None:
    index = etree.fromstring(running.client.get("/sitemap.xml").content)
    files = [node.text or "" for node in index.iterfind("{*}sitemap/{*}loc")]
    assert files == [f"{running.address}/sitemap-1.xml"]
    places = etree.fromstring(running.client.get(files[0]).content)
    assert [node.text for node in places.iterfind("{*}url/{*}loc")] == [
        f"{running.address}{path}" for path in running.sites[-1].addresses()
    ]
    for number in ("2", "x", "-1", "9" * 30):
        assert running.client.get(f"/sitemap-{number}.xml").status_code == 404
    assert f"Sitemap: {running.address}/sitemap.xml" in running.client.get("/robots.txt").text


def test_health_and_log_and_metrics(running: Any) -> None:
    health = running.client.get("/health").json()
    manifest = json.loads((Path(running.settings.folder) / "manifest.json").read_bytes())
    assert health == {
        "ok": True,
        "build": hashlib.sha256(
            (running.settings.folder / "manifest.json").read_bytes()
        ).hexdigest()[:16],
        "form": manifest["form"],
        "software": manifest["software"],
        "questions": 2,
        "problem": None,
    }
    lines = len(running.log)
    running.client.get(httpx.URL(running.address).copy_with(raw_path=b"/fr/%22%0a?x=%22"))
    end = time.monotonic() + 300  # a line is written once the answer is on its way
    while not (found := [line for line in running.log[lines:] if "/fr/%22" in line]):
        assert time.monotonic() < end
        time.sleep(0.01)
    host, _, _, _, _, *rest = found[0].split(" ", 5)
    assert host == "127.0.0.1"
    assert rest[0].startswith('"GET /fr/%22%0a?x=%22 HTTP/1.1" 404 ')
    text = running.client.get("/metrics").text
    assert 'hemicycle_requests_total{route="health",method="GET",status="200"} ' in text
    assert 'hemicycle_request_seconds_bucket{route="page",le="+Inf"} ' in text
