"""Publishing through a proxy that takes small requests alone."""

from collections.abc import Callable
from typing import Any

import pytest
import requests

from hemicycle.opened import OpenBuild
from hemicycle.publish import Options, publish
from hemicycle.publish.bodies import Bodies
from hemicycle.remote import Addresses, Endpoint, EndpointError, copied, open_endpoint
from hemicycle.remote.refusals import TooLargeError

MOST = 4_000
GRAPHS = {
    "page/a": [f"5-{n} texte" for n in range(100)],
    "page/b": [f"6-{n} texte" for n in range(3)],
    "findings": ["5-1 constat"],
}


@pytest.mark.parametrize("by_updates", [False, True], ids=["graph-store-protocol", "update"])
def test_what_is_too_large_goes_in_parts(
    by_updates: bool,
    oxigraph: str,
    make_build: Callable[..., OpenBuild],
    endpoint_at: Callable[..., Endpoint],
    serving: Callable[..., Any],
    answer: Any,
) -> None:
    store = oxigraph.removesuffix("/query")
    refused: list[int] = []

    def passed_on(asked: Any) -> Any:
        if len(asked.body) > MOST:
            refused.append(len(asked.body))
            return answer(413, body=b"too large")
        kept = {
            name: asked.headers[name]
            for name in ("content-type", "accept")
            if name in asked.headers
        }
        url = f"{store}{asked.path}"
        found = requests.request(asked.method, url, headers=kept, data=asked.body, timeout=300)
        kind = {"Content-Type": found.headers.get("Content-Type", "text/plain")}
        return answer(found.status_code, kind, found.content)

    place = serving(passed_on).place
    build = make_build(GRAPHS)
    endpoint = endpoint_at(Addresses(f"{place}/query", f"{place}/store", f"{place}/update"))
    report = publish(build, endpoint, Options(by_updates=by_updates))
    assert (len(report.sent), report.is_clean) == (4, True)
    assert refused
    with copied(open_endpoint(oxigraph), with_named_graphs=True) as there:
        assert set(there) == set(build.store)
    assert publish(build, endpoint, Options(by_updates=by_updates)).sent == ()


def test_a_size_that_was_refused_is_not_tried_again() -> None:
    sent: list[tuple[str, int]] = []

    def taken(how: str) -> Callable[[bytes], None]:
        def take(lines: bytes) -> None:
            sent.append((how, len(lines)))
            if len(lines) > 25:
                raise TooLargeError("answers 413 to PUT")

        return take

    bodies = Bodies()
    lines = b"".join(b"%09d\n" % number for number in range(8))
    bodies.send(taken("put"), taken("add"), lines)
    assert sent == [("put", 80), ("put", 40), ("put", 20), ("add", 20), ("add", 20), ("add", 20)]
    sent.clear()
    bodies.send(taken("put"), taken("add"), lines)
    assert sent == [("put", 20), *[("add", 20)] * 3]
    with pytest.raises(EndpointError, match="413"):
        bodies.send(taken("put"), taken("add"), b"x" * 30 + b"\n")
