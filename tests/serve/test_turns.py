"""Who runs next, and what is kept: without a server."""

import asyncio
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.serve.cache import Body, Cache, make_body
from hemicycle.serve.settings import GRACE, MOST_WAITING_OF_ONE
from hemicycle.serve.turns import CrowdedError, Turn, Turns


@pytest.fixture
def turn() -> Callable[[str], Turn]:
    """A function that makes a turn of an address."""
    loop = asyncio.new_event_loop()
    loop.close()
    return lambda address: Turn(address, loop.create_future())


def test_addresses_come_in_turn(turn: Callable[[str], Turn]) -> None:
    turns = Turns(2)
    greedy = [turn("a") for _ in range(4)]
    for one in greedy:
        turns.enter(one)
    modest = turn("b")
    turns.enter(modest)
    assert [one.place.done() for one in (*greedy, modest)] == [True, True, False, False, False]
    turns.leave(greedy[0])
    assert modest.place.done()
    assert not greedy[2].place.done()
    turns.leave(modest)
    assert greedy[2].place.done()


def test_a_long_query_leaves_its_place(turn: Callable[[str], Turn]) -> None:
    turns = Turns(2)
    first, second, third, other = turn("a"), turn("a"), turn("a"), turn("b")
    for one in (first, second, third):
        turns.enter(one)
    assert turns.is_made_long(first)
    assert third.place.done()
    assert not turns.is_made_long(second)  # one of an address is long, of two places
    assert not turns.is_in_the_way(second, 0.5)  # nobody waits
    turns.enter(other)
    assert turns.is_in_the_way(second, 0.5)
    turns.leave(second)
    assert other.place.done()
    assert turns.is_made_long(other)
    assert turns.running == 3


def test_queries_of_one_address_do_not_end_each_other(turn: Callable[[str], Turn]) -> None:
    turns = Turns(1)
    first, second, third = turn("a"), turn("a"), turn("a")
    for one in (first, second, third):
        turns.enter(one)
    assert turns.is_made_long(first)
    assert not turns.is_made_long(second)
    assert not turns.is_in_the_way(second, 0.5)


def test_the_only_query_of_an_address_has_more_time(turn: Callable[[str], Turn]) -> None:
    turns = Turns(1)
    long, only, other = turn("a"), turn("b"), turn("c")
    for one in (long, only, other):
        turns.enter(one)
    assert turns.is_made_long(long)
    assert not turns.is_made_long(only)
    assert not turns.is_in_the_way(only, GRACE - 0.1)
    assert turns.is_in_the_way(only, GRACE + 0.1)


def test_not_all_may_wait(turn: Callable[[str], Turn]) -> None:
    turns = Turns(1)
    for _ in range(MOST_WAITING_OF_ONE + 1):
        turns.enter(turn("a"))
    with pytest.raises(CrowdedError) as crowded:
        turns.enter(turn("a"))
    assert crowded.value.is_own
    turns.enter(turn("b"))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 5000)), max_size=60))
def test_a_cache_keeps_what_fits_and_gives_what_was_put(puts: list[tuple[str, int]]) -> None:
    cache, last = Cache(20_000), {}
    for key, size in puts:
        body = Body(content=b"x" * size, content_type="", etag=f"{key}{size}")
        cache.put(key, body)
        last[key] = body
        kept = {key: cache.get(key) for key in "abcde"}
        assert cache.size == sum(body.size for body in kept.values() if body is not None) <= 20_000
        assert all(body in (None, last.get(key)) for key, body in kept.items())
        assert body.size * 4 > 20_000 or kept[key] == body


def test_what_was_not_asked_for_longest_goes_first() -> None:
    cache = Cache(8 * 1500)
    for number in range(7):
        cache.put(str(number), make_body(b"%d" % number * 400, "image/png"))
    assert cache.get("0") is not None
    for number in range(7, 12):
        cache.put(str(number), make_body(b"%d" % number * 200, "image/png"))
    assert cache.get("0") is not None
    assert cache.get("1") is None
