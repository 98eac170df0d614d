"""A key to the body that is kept for it, made in a thread where there is none yet."""

from collections.abc import Callable
from typing import TypeVar

import anyio.to_thread

from hemicycle.let_go import letting_go
from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body

Made = TypeVar("Made")


async def kept_or_made(build: Opened, key: str, make: Callable[[], Body]) -> Body:
    """The body of a key. What `make` raises is raised; a body that is no 200 is not kept."""
    body = build.cache.get(key)
    if body is None:
        body = await confirmed(build, make)
        if body.status == 200:
            build.cache.put(key, body)
    return body


async def confirmed(build: Opened, make: Callable[[], Made]) -> Made:
    """What a function makes of a build in a thread, if the build was the same to the end.

    Raises EndpointError where it was not, or where its store does not answer.
    """

    @letting_go
    def make_of_one() -> Made:
        made = make()
        build.build.confirm()
        return made

    return await anyio.to_thread.run_sync(make_of_one)
