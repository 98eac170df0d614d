"""Settings of all tests, and when Python looks for garbage."""

import gc
from collections.abc import Generator

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("hemicycle", deadline=None)
settings.load_profile("hemicycle")


def pytest_configure() -> None:
    """Python collects no garbage by itself, whatever thread happens to run: see below."""
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Each test's garbage is collected after it, by the thread that ran it.

    An error that a test caught holds what the functions held that it came through, such as rows
    of a store, which only the thread that made them may free. What other threads of a test left
    in a ring is found here too, and fails the test that comes next.
    """
    done = yield
    gc.collect()
    gc.freeze()  # what is left is not looked at again, else each collection takes longer
    return done
