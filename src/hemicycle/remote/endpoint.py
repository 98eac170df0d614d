"""Queries, graphs and updates to requests of SPARQL 1.1's two protocols."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO, TypeVar
from urllib.parse import urlencode

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QuerySolution,
    QuerySolutions,
    Triple,
)

from hemicycle.errors import EndpointError
from hemicycle.remote.address import Addresses, shown
from hemicycle.remote.answer_file import answer_file
from hemicycle.remote.at_once import AT_ONCE, at_once
from hemicycle.remote.client import Client, Message
from hemicycle.remote.credentials import credentials
from hemicycle.remote.patience import Patience
from hemicycle.remote.results import as_rows, as_triples

Made = TypeVar("Made")

N_TRIPLES, JSON = "application/n-triples", "application/sparql-results+json"
_BEFORE = b"\n\n\n"
"""Empty lines before triples. Virtuoso 7.2 does not look at the media type: it tries to parse
the first 64 kB, once more without their last three lines, and refuses what has no three."""

_WRITES = frozenset({429, 500, 502, 503, 504})
"""A server that fails over a write may have been in the way of itself: it is sent again."""


class Endpoint:
    """A SPARQL store by its addresses; every request may be repeated without harm."""

    def __init__(
        self,
        addresses: Addresses,
        patience: Patience | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """`environment` has what proves who one is; that of the process where it is left out.

        Raises EndpointError where that is half there.
        """
        self.addresses = addresses
        known = os.environ if environment is None else environment
        urls = (addresses.query, addresses.graphs, addresses.update)
        self._clients = {
            url: Client(credentials(known, url), patience) for url in urls if url is not None
        }

        self._pool: ThreadPoolExecutor | None = None

    @property
    def name(self) -> str:
        """The address as messages show it."""
        return shown(self.addresses.query)

    def close(self) -> None:
        """Let go of the connections, and of the threads that had them."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
        for client in self._clients.values():
            client.close()

    def at_once(self, tasks: Iterable[Callable[[], Made]]) -> Iterator[Made]:
        """The results of some tasks in their order; threads, and their connections, are kept."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="endpoint")
        return at_once(self._pool, tasks)

    def rows(
        self, query: str, default: Sequence[NamedNode] = (), named: Sequence[NamedNode] = ()
    ) -> QuerySolutions | QueryBoolean:
        """What SELECT or ASK finds, its default graph and its named graphs being these.

        Raises EndpointError where the answer is no result: a server that gives up in the
        middle, as Oxigraph's at its time limit, is not taken at its word.
        """
        return self.counted(query, default, named)[0]

    def counted(
        self,
        query: str,
        default: Sequence[NamedNode] = (),
        named: Sequence[NamedNode] = (),
        look: Callable[[QuerySolution], None] | None = None,
    ) -> tuple[QuerySolutions | QueryBoolean, int]:
        """The same, and how many rows there are: 1 for yes or no; `look` sees each row once."""
        with answer_file() as out:
            found = self._query(query, default, named, JSON, out.file)
            return as_rows(out, found, self.name, look)

    @contextmanager
    def triples(
        self, query: str, default: Sequence[NamedNode] = (), named: Sequence[NamedNode] = ()
    ) -> Iterator[Iterator[Triple]]:
        """What CONSTRUCT or DESCRIBE finds; a result of any size, kept in a file meanwhile."""
        with answer_file() as out:
            found = self._query(query, default, named, N_TRIPLES, out.file)
        yield as_triples(out, found, self.name)

    def _query(
        self,
        query: str,
        default: Iterable[NamedNode],
        named: Iterable[NamedNode],
        accept: str,
        to: BinaryIO,
    ) -> str:
        url = self.addresses.query
        form = [("query", query)]
        form += [("default-graph-uri", graph.value) for graph in default]
        form += [("named-graph-uri", graph.value) for graph in named]
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(form).encode()
        message = Message(method="POST", url=url, body=body, headers=headers)
        return self._clients[url].send(message, to)

    def put_graph(self, graph: NamedNode, lines: bytes) -> None:
        """Let a graph hold just these N-Triples, by the Graph Store Protocol."""
        self._graph("PUT", graph, lines)

    def add_to_graph(self, graph: NamedNode, lines: bytes) -> None:
        """Add N-Triples to a graph, by the Graph Store Protocol."""
        self._graph("POST", graph, lines)

    def drop_graph(self, graph: NamedNode) -> None:
        """Take a graph away, whether it is there or not, by the Graph Store Protocol."""
        self._graph("DELETE", graph, None)

    def _graph(self, method: str, graph: NamedNode, lines: bytes | None) -> None:
        url = self.addresses.graphs
        if url is None:
            raise EndpointError("no address takes graphs", file=self.name, remedy="give --gsp URL")
        message = Message(
            method=method,
            url=url,
            body=b"" if lines is None else _BEFORE + lines,
            headers={} if lines is None else {"Content-Type": N_TRIPLES},
            takes="graphs (--gsp URL)",
            parameters={"graph": graph.value},
            again=_WRITES,
            absent=method == "DELETE",
        )
        self._clients[url].send(message, BytesIO())

    def update(self, operations: Sequence[str]) -> None:
        """Do some updates, one after another in one request."""
        url = self.addresses.update
        if url is None:
            raise EndpointError(
                "no address takes updates", file=self.name, remedy="give --update URL"
            )
        message = Message(
            method="POST",
            url=url,
            body=" ;\n".join(operations).encode(),
            headers={"Content-Type": "application/sparql-update"},
            takes="updates (--update URL)",
            again=_WRITES,
        )
        self._clients[url].send(message, BytesIO())
