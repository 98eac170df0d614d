"""Arguments to one call of the library: the commands of `hemicycle`."""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module

from hemicycle.cli.app import INCOMPLETE, NOT_DONE, app, say
from hemicycle.errors import (
    AuthorityError,
    BuildError,
    EndpointError,
    FetchError,
    HemicycleError,
    ShapeError,
)

COMMANDS = {
    "asking": ("diff", "findings", "query", "search", "why"),
    "fetching": ("fetch",),
    "making": ("build", "parse", "validate", "vocabulary"),
    "publishing": ("publish",),
    "serving": ("serve",),
    "writing": ("export",),
}
"""The modules, and the commands that each adds to the application when it is imported."""


def main() -> None:
    """Run the command line; an error of ours is one clear line and an exit code."""
    import_commands(modules_for(sys.argv[1:]))
    try:
        app()
    except (AuthorityError, BuildError, EndpointError, FetchError, ShapeError) as error:
        say(f"hemicycle: {error}")
        sys.exit(NOT_DONE)
    except HemicycleError as error:
        say(f"hemicycle: {error}")
        sys.exit(INCOMPLETE)


def modules_for(arguments: Sequence[str]) -> list[str]:
    """The modules that a command line needs: one, where it begins with a command.

    >>> modules_for(["export", "ttl"]), len(modules_for(["--help"])) == len(COMMANDS)
    (['writing'], True)
    """
    needed = [
        name for name, commands in COMMANDS.items() if arguments[:1] and arguments[0] in commands
    ]
    return needed or list(COMMANDS)


def import_commands(modules: Iterable[str] = COMMANDS) -> None:
    """Add the commands of some modules to the application: no other waits for what they need."""
    for name in modules:
        import_module(f"hemicycle.cli.{name}")
