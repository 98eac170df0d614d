"""What all routes share: the settings, the builds and the counters of one server."""

from itertools import count
from pathlib import Path

from msgspec import Struct, field
from starlette.requests import Request

from hemicycle.serve.builds import Builds, Opened
from hemicycle.serve.metrics import Metrics
from hemicycle.serve.settings import Settings


class State(Struct, frozen=True):
    """One server; `base_url` stands before absolute addresses, `answers` is a folder of its own."""

    settings: Settings
    builds: Builds
    metrics: Metrics
    base_url: str
    answers: Path
    numbers: "count[int]" = field(default_factory=count)

    @property
    def before(self) -> str:
        """What stands before addresses that lead to other pages of ours: often nothing."""
        return self.settings.base_url or ""

    def answer_file(self) -> Path:
        """A file for one more answer."""
        return self.answers / str(next(self.numbers))


def state_of(request: Request) -> State:
    """The server that a request came to."""
    found: State = request.app.state.hemicycle
    return found


async def opened(request: Request) -> Opened:
    """The build that a request is answered from, from its begin to its end."""
    return await state_of(request).builds.current()
