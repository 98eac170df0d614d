"""An address to whether the Senate's pages of written questions stand at such ones."""

import re
from typing import Final, Literal
from urllib.parse import parse_qsl, urlsplit

Form = Literal["question", "publication"]

MAX_LETTERS: Final = 1000
_MAX_FIELDS: Final = 20
_HOST: Final = re.compile(r"(?:www\.)?(?:senate|senaat)\.be\.?|localhost|127\.0\.0\.1|::1")
"""The Senate's hosts, and this machine, where a server of one's own may stand in for them."""

_FORMS: Final[dict[str, Form]] = {
    "vragen/schriftelijkevraag": "question",
    "vragen/svprint": "question",
    "vragen/svprintnlfr": "question",
    "publications/viewpubdoc": "publication",
    "vragen/publications/viewpubdoc": "publication",
}


def form_of(url: str) -> Form | None:
    """Which form of the Senate's addresses a URL has: a question's, or a publication's.

    At the latter stand the bulletins of questions, and everything else that was printed.

    >>> form_of("http://www.senate.be/www/?MIval=/Vragen/SVPrint&LEG=5&NR=8910&LANG=nl")
    'question'
    >>> form_of("https://www.senate.be/www/?MIval=/index_senate&LANG=fr") is None
    True
    """
    if len(url) > MAX_LETTERS:
        return None
    try:
        parts = urlsplit(url.strip())
        fields = parse_qsl(parts.query.replace(";", "&"), max_num_fields=_MAX_FIELDS)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    return next((_form(value) for key, value in fields if key.lower() == "mival"), None)


def _form(value: str) -> Form | None:
    return _FORMS.get(value.strip("/").lower())
