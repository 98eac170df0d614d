"""What an answer says of a platform on which a service has no account, or not yet."""

from typing import Literal

from msgspec import Struct

Said = Literal["denied", "planned"]


class Statement(Struct, frozen=True):
    """What a sentence at [start, end) of a passage says of a platform, told at `at`."""

    platform: str
    stance: Said
    start: int
    end: int
    at: int
