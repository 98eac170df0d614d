"""Answers that refuse, and errors of the libraries below, to words of ours that keep secrets."""

from urllib.parse import urlsplit

import requests
from requests import exceptions as wrong
from urllib3.exceptions import HTTPError, ReadTimeoutError

from hemicycle.errors import BrokenOffError, EndpointError
from hemicycle.remote.address import shown
from hemicycle.remote.credentials import HIDDEN, PASSWORD, TOKEN, USER, Credentials

_LONGEST_REASON = 300
_READ_OF_AN_ERROR = 4096


class TooLargeError(EndpointError):
    """413: the server, or a proxy before it, takes no request of that size."""


def refusal(
    method: str, takes: str, response: requests.Response, known: Credentials
) -> EndpointError:
    """What to tell about an answer that refuses, and what to do; `takes`: what was sent there."""
    status = response.status_code
    remedy = None
    if status in (401, 403):
        remedy = (
            "it does not take them: look at the credentials"
            if known.user or known.token
            else f"set {USER} and {PASSWORD}, or {TOKEN}, or use netrc"
        )
    elif 300 <= status < 400:
        remedy = "it leads elsewhere: give the address it leads to"
    elif status in (404, 405, 501):
        remedy = f"give the address where it takes {takes}"
    said = f"answers {status}{reason(response, known)} to {method}"
    if status == 413:
        remedy = "let it take larger requests (nginx: client_max_body_size)"
        return TooLargeError(said, file=shown(response.url), remedy=remedy)
    return EndpointError(said, file=shown(response.url), remedy=remedy)


def reason(response: requests.Response, known: Credentials) -> str:
    """What the server says of it, in one short line without anything secret.

    A server that does not know who we are may say back what we said to it: it is not shown.
    """
    if response.status_code in (401, 403):
        return ""
    try:
        body: bytes = response.raw.read(_READ_OF_AN_ERROR, decode_content=True)
    except (wrong.RequestException, HTTPError):
        body = b""
    text = known.without(_without_tags(body.decode("utf-8", "replace")))
    for secret in (_authorization(response), urlsplit(response.url).query):
        text = text.replace(secret, HIDDEN) if secret else text
    line = " ".join(text.split())
    plain = "".join(sign for sign in line if sign.isprintable())
    return f" ({plain[:_LONGEST_REASON]})" if plain else ""


def _without_tags(text: str) -> str:
    """The words of a page of HTML, as Virtuoso tells what is wrong; other texts as they are."""
    if not text.lstrip().startswith("<"):
        return text
    return " ".join(part.rpartition(">")[2] for part in text.split("<"))


def problem(error: Exception, url: str) -> EndpointError:
    """What went wrong in words of ours: those of the libraries may hold the whole address."""
    where = shown(url)
    if isinstance(error, wrong.SSLError):
        return EndpointError(
            "its certificate is not good, or what answers there is not https", file=where
        )
    if isinstance(error, wrong.InvalidURL | wrong.InvalidHeader | wrong.InvalidSchema):
        return EndpointError("cannot be asked: the address is wrong", file=where)
    if isinstance(error, wrong.Timeout) or _is_late(error):
        return BrokenOffError("does not answer in time", file=where)
    return BrokenOffError("the connection was refused or broke off", file=where)


def _is_late(error: Exception) -> bool:
    """Whether an answer stopped in the middle: the library calls that a lost connection."""
    return any(isinstance(cause, ReadTimeoutError) for cause in error.args)


def _authorization(response: requests.Response) -> str:
    return str(response.request.headers.get("Authorization", ""))
