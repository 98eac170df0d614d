"""Requests to whole answers: who one is, patience, and messages that keep secrets.

Every request that is sent here may be sent twice: what it does the second time it has
done already.
"""

import time
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from threading import Lock, local
from typing import BinaryIO
from weakref import WeakSet

import requests
from msgspec import Struct
from requests import exceptions as wrong
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.exceptions import HTTPError

from hemicycle.errors import BrokenOffError, EndpointError
from hemicycle.let_go import let_go
from hemicycle.remote.address import is_loopback, shown
from hemicycle.remote.credentials import Credentials
from hemicycle.remote.patience import Patience
from hemicycle.remote.refusals import problem, reason, refusal
from hemicycle.retry_after import retry_after

_PIECE = 256 * 1024


class Message(Struct, frozen=True, kw_only=True):
    """One request, to a place for what it `takes`; it is sent again after some statuses."""

    method: str
    url: str
    body: bytes = b""
    headers: Mapping[str, str]
    takes: str = "queries"
    parameters: Mapping[str, str] = {}
    again: frozenset[int] = frozenset({429, 502, 503, 504})
    absent: bool = False
    """Whether 404 is an answer: what is to be gone is gone."""


class _As(AuthBase):
    """Sets one header, or none; so that requests looks up nothing by itself."""

    def __init__(self, value: str | None = None) -> None:
        self._value = value

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._value is not None:
            request.headers["Authorization"] = self._value
        return request


class Client:
    """Sends messages to one host; each thread has a connection of its own, which is kept."""

    def __init__(self, known: Credentials, patience: Patience | None = None) -> None:
        """`known` is told the host when it asks for it, a token at once."""
        self._known = known
        self._patience = patience or Patience()
        self._own = local()
        self._sessions = WeakSet[requests.Session]()  # a thread that ends lets go of its own
        self._lock = Lock()
        self._auth: AuthBase = _As(f"Bearer {known.token}" if known.token else None)
        self._has_answered = False

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            for session in tuple(self._sessions):
                session.close()
            self._own = local()

    def _session(self) -> requests.Session:
        """The session of this thread: it belongs to nobody else."""
        found: requests.Session | None = getattr(self._own, "session", None)
        if found is None:
            found = requests.Session()
            found.headers["User-Agent"] = "Hemicycle"
            self._own.session = found
            with self._lock:
                self._sessions.add(found)
        return found

    def send(self, message: Message, to: BinaryIO) -> str:
        """Write a whole answer's body to a file that can be cut off; its media type.

        Raises EndpointError where the server refuses, or gives no whole answer after all tries.
        """
        for tried in range(1, self._patience.tries + 1):
            asked: float | None = None
            to.seek(0)
            to.truncate()
            try:
                with closing(self._ask(message)) as response:
                    if response.status_code not in message.again:
                        return self._take(message, response, to)
                    why = f"answers {response.status_code}{reason(response, self._known)}"
                    asked = retry_after(response.headers.get("Retry-After"), _now)
            except BrokenOffError as error:
                why = error.problem
            if tried < self._patience.tries:
                self._wait(message, tried, asked, why)
        raise BrokenOffError(f"{why}, {self._patience.tries} times", file=shown(message.url))

    def _wait(self, message: Message, tried: int, asked: float | None, why: str) -> None:
        if asked is not None and asked > self._patience.allowed:
            raise EndpointError(
                f"{why} and asks for {asked:g} seconds",
                file=shown(message.url),
                remedy="publish again later: what was done is not done again",
            )
        time.sleep(self._patience.wait(tried, asked))

    def _ask(self, message: Message) -> requests.Response:
        """The head of an answer; when the server asks who we are, we say so, once."""
        tried = self._auth
        response = self._once(message, tried)
        if response.status_code == 401 and self._known.user:
            with self._lock:
                if not self._has_answered:
                    self._has_answered = True
                    self._auth = self._proof(response.headers.get("WWW-Authenticate", ""))
            if self._auth is not tried:
                response.close()
                response = self._once(message, self._auth)
        return response

    def _proof(self, challenge: str) -> AuthBase:
        user, password = self._known.user or "", self._known.password or ""
        if "digest" in challenge.lower():
            return HTTPDigestAuth(user, password)
        return HTTPBasicAuth(user.encode("utf-8"), password.encode("utf-8"))

    def _once(self, message: Message, proof: AuthBase) -> requests.Response:
        session = self._session()
        session.trust_env = not is_loopback(message.url)
        try:
            return session.request(
                message.method,
                message.url,
                params=dict(message.parameters),
                data=message.body,
                headers=dict(message.headers),
                auth=proof,
                stream=True,
                allow_redirects=False,
                timeout=(self._patience.connect, self._patience.read),
            )
        except (wrong.RequestException, HTTPError) as error:
            let_go(error)
            raise problem(error, message.url) from None

    def _take(self, message: Message, response: requests.Response, to: BinaryIO) -> str:
        if response.status_code not in (200, 201, 202, 204) and not (
            message.absent and response.status_code == 404
        ):
            raise refusal(message.method, message.takes, response, self._known)
        try:
            for piece in response.iter_content(_PIECE):
                to.write(piece)
        except (wrong.RequestException, HTTPError) as error:
            let_go(error)
            raise problem(error, message.url) from None
        to.seek(0)
        return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _now() -> datetime:
    return datetime.now(UTC)
