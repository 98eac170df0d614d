"""The name an account bears to the service that is called so: FOD_Financien, inami_riziv."""

import re

from hemicycle.link.authority import Authority
from hemicycle.link.candidates import Candidate
from hemicycle.link.fold import compact
from hemicycle.link.passages import Passage

_ENDINGS = ("belgium", "belgique", "belgie", "be")
_ADDED = frozenset({"fr", "nl", "de", "en", "official", "officiel", "officieel", "info", "press"})
_JOINTS = re.compile(r"[_.\s-]+")


def own_name(passage: Passage, candidate: Candidate, authority: Authority) -> str | None:
    """The service whose name the account bears: FOD_Financien, or several of its: inami_riziv."""
    called = candidate.handle or candidate.name or ""
    whole = _bearer(compact(called), passage, authority)
    if whole is not None:
        return whole
    parts = [compact(part) for part in _JOINTS.split(called)]
    parts = [part for part in parts if part not in _ENDINGS and part not in _ADDED]
    if len(parts) < 2 and compact(called) == "".join(parts):
        return None
    bearers = {_bearer(part, passage, authority) for part in parts}
    if len(bearers) == 1 and None not in bearers:
        return bearers.pop()
    return _bearer("".join(parts), passage, authority)


def _bearer(called: str, passage: Passage, authority: Authority) -> str | None:
    """The one service of a name, with or without « belgium » behind it."""
    for ending in ("", *_ENDINGS):
        if ending and not called.endswith(ending):
            continue
        names = authority.own_names.get(called.removesuffix(ending), ())
        paths = {name.path for name in names if name.holds(passage.on)}
        if len(paths) == 1:
            return paths.pop()
    return None
