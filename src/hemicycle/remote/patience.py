"""How often a request is sent again, and how long one waits before."""

from msgspec import Struct


class Patience(Struct, frozen=True, kw_only=True):
    """Times in seconds.

    The wait doubles from `first` up to `longest`, unless the server says how long; more
    than `allowed` is not waited for. `connect` and `read` bound each wait for the network.
    """

    tries: int = 6
    first: float = 0.5
    longest: float = 30.0
    allowed: float = 600.0
    connect: float = 10.0
    read: float = 900.0

    def wait(self, tried: int, asked: float | None) -> float:
        """How long to wait after the n-th try; `asked` is what the server asks for.

        >>> [Patience().wait(tried, None) for tried in (1, 2, 3, 9)]
        [0.5, 1.0, 2.0, 30.0]
        >>> Patience().wait(1, 7.0)
        7.0
        """
        own: float = min(self.first * 2 ** (tried - 1), self.longest)
        return own if asked is None else max(own, asked)
