"""The Senate's site on this machine, as tests have it: its addresses, its pages, its bad days."""

import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

import pytest

FORMS = {
    "web": "SchriftelijkeVraag",
    "unilingual-print": "SVPrint",
    "bilingual-print": "SVPrintNLFR",
}
SAYS = {
    "fr": (
        "Question écrite n° {q}",
        "de Martine Taelman (Open Vld) du 30 avril 2013",
        "30/4/2013Envoi question",
        "Question n° {q} du 30 avril 2013 : (Question posée en néerlandais)",
    ),
    "nl": (
        "Schriftelijke vraag nr. {q}",
        "van Martine Taelman (Open Vld) d.d. 30 april 2013",
        "30/4/2013Verzending vraag",
        "Vraag nr. {q} d.d. 30 april 2013 : (Vraag gesteld in het Nederlands)",
    ),
}


def _page(question: str, language: str = "fr", *lines: str) -> bytes:
    """A small page of a question; `lines` stand at the end of its chronology."""
    number, asker, sent, marker = (text.format(q=question) for text in SAYS[language])
    printed = [number, asker, "Chronologie", sent, *lines, marker, f"1) {question} ?"]
    body = "\n".join(f"<p>{line}</p>" for line in printed)
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


class Senate:
    """A site that answers as the Senate's does, but for what `answers` says of an address."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.answers: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.robots: bytes | None = None
        self.make: Callable[[str], bytes] | None = None
        self.over = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}).start()

    @property
    def url(self) -> str:
        """Where the site stands."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def address(self, question: str, language: str = "fr", layout: str = "web") -> str:
        """The path of a page, with its query."""
        legislature, number = question.split("-")
        form = f"MIval=Vragen/{FORMS[layout]}"
        return f"/www/?{form}&LEG={legislature}&NR={number}&LANG={language}"

    def put(self, question: str, language: str = "fr", *lines: str) -> str:
        """A page under its address, which it gives."""
        path = self.address(question, language)
        self.pages[path] = _page(question, language, *lines)
        return path

    def close(self) -> None:
        """No answer goes on, and none is given any more."""
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    def body(self, path: str) -> bytes | None:
        """What stands under a path; `make` stands for a whole archive of small pages."""
        if path == "/robots.txt":
            return self.robots
        if path not in self.pages and self.make is not None:
            query = parse_qs(urlsplit(path).query)
            return self.make(f"{query['LEG'][0]}-{query['NR'][0]}")
        return self.pages.get(path)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        senate = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = -1

            def do_GET(self) -> None:
                senate.asked.append(self.path)
                senate.headers.append(dict(self.headers.items()))
                waiting = senate.answers.get(self.path)
                answer = waiting.pop(0) if waiting else "well"
                try:
                    ANSWERS[answer.split(" ")[0]](self, senate, answer.partition(" ")[2])
                except OSError:
                    self.close_connection = True

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        return Handler


def send(request: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    """One whole answer; header names are written with underscores."""
    request.send_response(status)
    headers.setdefault("Content_Length", str(len(body)))
    headers.setdefault("Content_Type", "text/html; charset=utf-8")
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)


def body_of(request: BaseHTTPRequestHandler, senate: Senate) -> bytes:
    body = senate.body(request.path)
    assert body is not None
    return body


def well(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    body = senate.body(request.path)
    if body is None:
        send(request, 404, b"<html>There is no such page.</html>")
    else:
        send(request, 200, body)


def dated(request: BaseHTTPRequestHandler, senate: Senate, tag: str) -> None:
    if request.headers["If-None-Match"] == tag:
        send(request, 304, b"", ETag=tag)
    else:
        send(request, 200, body_of(request, senate), ETag=tag)


def status(request: BaseHTTPRequestHandler, _: Senate, words: str) -> None:
    code, later = words[:3], words[4:]
    send(request, int(code), b"not now", **({"Retry_After": later} if later else {}))


def error_page(request: BaseHTTPRequestHandler, _: Senate, __: str) -> None:
    send(request, 200, b"<html><body><h1>Error</h1><p>ORA-01034: not available</p></body></html>")


def slow(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    send(request, 200, b"", Content_Length="100000")
    while not senate.over.wait(0.05):
        request.wfile.write(b"x")
        request.wfile.flush()


def slow_head(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not senate.over.wait(0.05):
        request.wfile.write(b"x")
        request.wfile.flush()


def silent(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    senate.over.wait(10)
    request.close_connection = True


def closed(request: BaseHTTPRequestHandler, _: Senate, __: str) -> None:
    request.close_connection = True


def too_short(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    """Its length says more than what comes."""
    body = body_of(request, senate)
    send(request, 200, body, Content_Length=str(len(body) + 10))
    request.close_connection = True


def too_long(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    """Its length says less than what comes."""
    body = body_of(request, senate)
    send(request, 200, body, Content_Length=str(len(body) - 10))


def packed(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    send(request, 200, gzip.compress(body_of(request, senate)), Content_Encoding="gzip")


def torn_pack(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    data = gzip.compress(body_of(request, senate))[:-12]
    send(request, 200, data, Content_Encoding="gzip")


def bomb(request: BaseHTTPRequestHandler, _: Senate, __: str) -> None:
    send(request, 200, gzip.compress(bytes(64 * 1024 * 1024), 1), Content_Encoding="gzip")


def many_packs(request: BaseHTTPRequestHandler, _: Senate, __: str) -> None:
    send(request, 200, gzip.compress(b"") * 100_000, Content_Encoding="gzip")


def brotli(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    send(request, 200, body_of(request, senate), Content_Encoding="br")


def to(request: BaseHTTPRequestHandler, _: Senate, target: str) -> None:
    send(request, 302, b"", Location=target)


def endless(request: BaseHTTPRequestHandler, _: Senate, target: str) -> None:
    """A body without end, of a page or of a redirect."""
    request.send_response(302 if target else 200)
    if target:
        request.send_header("Location", target)
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    chunk = b"%x\r\n%b\r\n" % (65536, bytes(65536))
    until = time.monotonic() + 20
    while time.monotonic() < until:
        request.wfile.write(chunk)


def chunked(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    body = body_of(request, senate)
    request.send_response(200)
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    for part in (body[:100], body[100:]):
        request.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))
    request.wfile.write(b"0\r\n\r\n")


def torn_chunks(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    body = body_of(request, senate)
    request.send_response(200)
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    request.wfile.write(b"%x\r\n%b" % (len(body), body[:50]))
    request.close_connection = True


def wrong_charset(request: BaseHTTPRequestHandler, senate: Senate, _: str) -> None:
    send(request, 200, body_of(request, senate), Content_Type="text/html; charset=utf-16")


def junk(request: BaseHTTPRequestHandler, _: Senate, __: str) -> None:
    request.wfile.write(b"220 mail.senate.be ESMTP\r\n\r\n")
    request.close_connection = True


ANSWERS: dict[str, Callable[[BaseHTTPRequestHandler, Senate, str], None]] = {
    "well": well,
    "dated": dated,
    "status": status,
    "error-page": error_page,
    "slow": slow,
    "slow-head": slow_head,
    "silent": silent,
    "closed": closed,
    "too-short": too_short,
    "too-long": too_long,
    "packed": packed,
    "torn-pack": torn_pack,
    "bomb": bomb,
    "many-packs": many_packs,
    "brotli": brotli,
    "to": to,
    "endless": endless,
    "chunked": chunked,
    "torn-chunks": torn_chunks,
    "wrong-charset": wrong_charset,
    "junk": junk,
}


@pytest.fixture
def senate() -> Iterator[Senate]:
    """A site of its own for each test, on a port that the system chooses."""
    site = Senate()
    yield site
    site.close()


@pytest.fixture
def page() -> Callable[..., bytes]:
    """Makes a small page of a question."""
    return _page
