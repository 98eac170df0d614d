"""Connections are kept, and no more of them than are at work: an archive takes 100,000 requests."""

import gc
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

import pytest

from hemicycle.opened import OpenBuild
from hemicycle.publish import publish
from hemicycle.remote import Endpoint
from hemicycle.remote.at_once import AT_ONCE, at_once
from hemicycle.remote.client import Client, Message

At = Callable[..., Endpoint]


def test_publishing_takes_a_few_threads(
    oxigraph: str,
    make_build: Callable[..., OpenBuild],
    endpoint_at: At,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: set[str] = set()
    send = Client.send

    def told(self: Client, message: Message, to: BinaryIO) -> str:
        threads.add(threading.current_thread().name)
        return send(self, message, to)

    monkeypatch.setattr(Client, "send", told)
    monkeypatch.setattr("hemicycle.publish.run.ROUND", 3)
    build = make_build({f"page/{number:02}": [f"5-{number} texte"] for number in range(20)})
    endpoint = endpoint_at(oxigraph)
    assert publish(build, endpoint).is_clean
    assert 1 < len(threads) <= 1 + AT_ONCE
    endpoint.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("endpoint")]


def test_a_thread_that_ends_leaves_no_connection(oxigraph: str, endpoint_at: At) -> None:
    endpoint = endpoint_at(oxigraph)
    (client,) = [endpoint._clients[endpoint.addresses.query]]
    for _ in range(5):
        thread = threading.Thread(target=lambda: bool(endpoint.rows("ASK {}")))
        thread.start()
        thread.join()
    gc.collect()
    assert not list(client._sessions)


def test_what_a_task_raises_ends_the_others(endpoint_at: At) -> None:
    begun: list[int] = []

    def task(number: int) -> Callable[[], int]:
        def do() -> int:
            begun.append(number)
            if number == 3:
                raise ValueError("three")
            return number

        return do

    endpoint, found = endpoint_at("http://127.0.0.1:1/query"), []
    results: Any = endpoint.at_once(task(number) for number in range(100))
    with pytest.raises(ValueError, match="three"):
        for result in results:
            found.append(result)
    assert found == [0, 1, 2]
    assert max(begun) <= 3 + 1 + AT_ONCE
    assert endpoint._pool is not None
    assert list(at_once(endpoint._pool, iter([task(7)]))) == [7]
    endpoint.close()
