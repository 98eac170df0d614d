"""The environment, or netrc, to what proves who one is; and texts to texts without it.

Nothing of it is ever an argument: arguments stand in histories and in lists of processes.
"""

from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import quote

from msgspec import Struct
from requests.utils import get_netrc_auth

from hemicycle.errors import EndpointError

USER, PASSWORD, TOKEN = "HEMICYCLE_USER", "HEMICYCLE_PASSWORD", "HEMICYCLE_TOKEN"
HIDDEN = "…"
"""What stands in a message for what is secret."""


class Credentials(Struct, frozen=True):
    """A token, or a user and a password, or nothing; it prints as nothing."""

    user: str | None = None
    password: str | None = None
    token: str | None = None

    def __repr__(self) -> str:
        return "Credentials(…)"

    def without(self, text: str) -> str:
        """A text in which nothing secret stands, in no form that a request carries it in.

        >>> Credentials(token="abc").without("Bearer abc")
        'Bearer …'
        """
        for secret in self._forms():
            text = text.replace(secret, HIDDEN)
        return text

    def _forms(self) -> list[str]:
        forms = [secret for secret in (self.token, self.password) if secret]
        if self.user and self.password:
            pair = f"{self.user}:{self.password}"
            forms += [b64encode(pair.encode(code, "replace")).decode() for code in _CODES]
        return sorted({*forms, *map(quote, forms)}, key=len, reverse=True)


_CODES = ("utf-8", "latin-1")


def credentials(environment: Mapping[str, str], url: str) -> Credentials:
    """What the environment has; without it, what netrc has for the host of the address.

    Raises EndpointError for a user without a password, and for signs no header can carry.
    """
    token = environment.get(TOKEN)
    user, password = environment.get(USER), environment.get(PASSWORD)
    if token:
        if not (token.isascii() and token.isprintable() and " " not in token):
            raise EndpointError(f"{TOKEN} cannot stand in a header", remedy="set it anew")
        return Credentials(token=token)
    if user or password:
        if not (user and password):
            lacking = PASSWORD if user else USER
            raise EndpointError(f"{lacking} is not set", remedy=f"set both {USER} and {PASSWORD}")
        return Credentials(user=user, password=password)
    found = get_netrc_auth(url)
    return Credentials(user=found[0], password=found[1]) if found else Credentials()
