"""What goes between the server and the process that makes networks, framed as in messages.py."""

from typing import Literal

from msgspec import Struct


class GraphJob(Struct, frozen=True, kw_only=True):
    """What somebody asks of the explorer: its page at a path, or what it draws.

    `parameters` are those of the address in their order; the answer is written to `out`.
    """

    kind: Literal["page", "json", "gexf"]
    language: str
    parameters: tuple[tuple[str, str], ...]
    out: str


class GraphReady(Struct, frozen=True, kw_only=True, tag=True):
    """The first message of the process: which build it has open."""

    build: str


class GraphDone(Struct, frozen=True, kw_only=True, tag=True):
    """The answer stands in the job's file."""


class GraphRefused(Struct, frozen=True, kw_only=True, tag=True):
    """What was asked has no meaning, or there is no such page."""

    problem: str
    remedy: str | None = None


class GraphFailed(Struct, frozen=True, kw_only=True, tag=True):
    """The store elsewhere that has the build does not answer, or holds another."""

    problem: str


GraphReply = GraphReady | GraphDone | GraphRefused | GraphFailed
