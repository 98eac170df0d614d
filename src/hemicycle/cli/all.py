"""The application with every command, for whoever wants it as an object."""

from hemicycle.cli import asking, fetching, making, publishing, serving, writing
from hemicycle.cli.app import app

__all__ = ["app", "asking", "fetching", "making", "publishing", "serving", "writing"]
