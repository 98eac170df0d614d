"""What server and query workers tell each other: records, framed by their length."""

import struct
from typing import BinaryIO, Literal, TypeVar

import msgspec
from msgspec import Struct

LENGTH = struct.Struct(">I")
"""What stands before each message: how many bytes it has."""

Message = TypeVar("Message", bound=Struct)


class Job(Struct, frozen=True, kw_only=True):
    """One query to evaluate into the file `out`.

    Graphs are IRIs, None where the request names none; an empty name among the default
    graphs is the merge. A form is None where the client accepts none of its kind.
    """

    query: str
    out: str
    row_limit: int
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    row_form: str | None = None
    graph_form: str | None = None


Kind = Literal["rows", "truth", "triples"]


class Answered(Struct, frozen=True, kw_only=True, tag=True):
    """The answer stands in the job's file; `cut` says by which limit it is not whole."""

    kind: Kind
    rows: int
    cut: Literal["", "rows", "bytes"] = ""


class Refused(Struct, frozen=True, kw_only=True, tag=True):
    """A query that does not parse, or asks what is not done; line and column from 1."""

    problem: str
    remedy: str | None = None
    line: int | None = None
    column: int | None = None


class NotAcceptable(Struct, frozen=True, kw_only=True, tag=True):
    """The client accepts no form of this kind of result."""

    kind: Kind
    problem: str | None = None


class Failed(Struct, frozen=True, kw_only=True, tag=True):
    """The store elsewhere that has the build does not answer the query."""

    problem: str


class Changed(Struct, frozen=True, kw_only=True, tag=True):
    """What the worker has open is no more what stands there."""


class Ready(Struct, frozen=True, kw_only=True, tag=True):
    """The first message of a worker: which build it has open."""

    build: str


Outcome = Answered | Refused | NotAcceptable | Failed | Changed
Reply = Answered | Refused | NotAcceptable | Failed | Changed | Ready


def framed(message: Struct) -> bytes:
    """A message as it goes through a pipe."""
    body = msgspec.json.encode(message)
    return LENGTH.pack(len(body)) + body


def read_message(pipe: BinaryIO, kind: type[Message]) -> Message | None:
    """The next message of a pipe, None at its end."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    return msgspec.json.decode(pipe.read(length), type=kind)
