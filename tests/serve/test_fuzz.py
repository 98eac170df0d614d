"""Whatever is asked: an answer, never a 500."""

from contextlib import closing
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FUZZ = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            *(
                "SELECT",
                "ASK",
                "CONSTRUCT",
                "DESCRIBE",
                "{",
                "}",
                "*",
                "WHERE",
                "?s ?p ?o",
                "SERVICE",
            ),
            *("<id/question/5-8906>", "FROM", "'", '"""', "\\u0000", "LIMIT -1", "BIND(1/0 AS ?x)"),
            *(
                "ORDER BY",
                "GRAPH ?g",
                "VALUES",
                "(",
                ")",
                "#",
                "PREFIX x: <",
                "REGEX('a','(a+)+$')",
            ),
        ]
    ),
)
SEGMENTS = st.one_of(
    st.text(max_size=12).map(lambda text: quote(text, safe="")),
    st.sampled_from(
        [
            *(
                "id",
                "doc",
                "ns",
                "sparql",
                "dumps",
                "static",
                "fr",
                "nl",
                "en",
                "question",
                "5-8906",
            ),
            *(
                "..",
                ".",
                "",
                "%2e%2e",
                "%2F",
                "%00",
                "%ff",
                "%",
                "%zz",
                "+",
                "a.ttl",
                "5-8906.jsonld",
            ),
            *(
                "manifest.json",
                "sitemap-1.xml",
                "%F0%9F%98%80",
                "%0d%0a",
                "'",
                '"%22',
                "~",
                ";",
                "=",
                "@",
            ),
        ]
    ),
)
METHODS = st.sampled_from(
    ["GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE", "X"]
)
ACCEPTS = st.one_of(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
    st.lists(
        st.sampled_from(
            [
                "text/turtle",
                "text/html",
                "*/*",
                "text/*",
                "application/json",
                ";q=0",
                ";q=x",
                "q=1",
                '"',
            ]
        ),
        max_size=5,
    ).map(",".join),
)


def send(running: Any, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> int:
    address = urlsplit(running.address)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=300)
    with closing(connection):
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        answer.read()
        return answer.status


@FUZZ
@given(method=METHODS, segments=st.lists(SEGMENTS, max_size=5), accept=ACCEPTS, tag=ACCEPTS)
def test_any_path(running: Any, method: str, segments: list[str], accept: str, tag: str) -> None:
    headers = {
        "Accept": accept,
        "Accept-Language": accept,
        "If-None-Match": tag,
        "Range": f"bytes={tag}",
    }
    assert send(running, method, f"/{'/'.join(segments)}", headers) < 500


@FUZZ
@given(words=st.lists(WORDS, max_size=8), accept=ACCEPTS)
def test_any_query(running: Any, words: list[str], accept: str) -> None:
    asked = urlencode({"query": " ".join(words)}, errors="surrogatepass")
    assert send(running, "GET", f"/sparql?{asked}", {"Accept": accept}) in (200, 400, 406)


@FUZZ
@given(
    fields=st.lists(
        st.tuples(
            st.sampled_from(
                ["query", "default-graph-uri", "named-graph-uri", "format", "update", "x"]
            ),
            st.one_of(WORDS, st.just("ASK {}"), st.just("https://w3id.org/hemicycle/graph/local")),
        ),
        max_size=5,
    ),
    kind=st.sampled_from(
        [
            "application/x-www-form-urlencoded",
            "application/sparql-query",
            "application/sparql-update",
            "text/plain",
            "multipart/form-data; boundary=x",
            ";",
        ]
    ),
    garbage=st.binary(max_size=40),
)
def test_any_body(running: Any, fields: list[tuple[str, str]], kind: str, garbage: bytes) -> None:
    encoded = urlencode(fields, errors="surrogatepass")
    for body in (encoded.encode(), garbage):
        assert send(running, "POST", "/sparql", {"Content-Type": kind}, body) < 500
    assert send(running, "GET", f"/sparql?{encoded}", {}) < 500
    assert send(running, "GET", f"/fr/search?{encoded}", {}) < 500
