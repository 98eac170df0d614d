"""Arguments to one call of the library: the commands of `hemicycle`."""

import sys

from hemicycle.cli import asking, making, writing
from hemicycle.cli.app import INCOMPLETE, NOT_DONE, app, say
from hemicycle.errors import AuthorityError, BuildError, HemicycleError, ShapeError

__all__ = ["app", "asking", "main", "making", "writing"]


def main() -> None:
    """Run the command line; an error of ours is one clear line and an exit code."""
    try:
        app()
    except (AuthorityError, BuildError, ShapeError) as error:
        say(f"hemicycle: {error}")
        sys.exit(NOT_DONE)
    except HemicycleError as error:
        say(f"hemicycle: {error}")
        sys.exit(INCOMPLETE)
