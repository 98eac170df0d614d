"""Jobs on standard input to networks in files: the process that the explorer asks.

    python -m hemicycle.serve.graph_worker DIR|ADDRESS MEGABYTES [BEFORE]

BEFORE stands before the site's addresses. It keeps the networks it made last, ends when
its input does, and is ended by the system when the server is gone.
"""

import os
import sys
from pathlib import Path

from hemicycle.errors import EndpointError, HemicycleError
from hemicycle.serve.graph_messages import (
    GraphDone,
    GraphFailed,
    GraphJob,
    GraphReady,
    GraphRefused,
)
from hemicycle.serve.messages import framed, read_message
from hemicycle.serve.standing import open_standing
from hemicycle.serve.worker import end_with_parent, limit_memory
from hemicycle.site import Site
from hemicycle.site.graph_choice import read_choice
from hemicycle.site.graph_data import graph_gexf, graph_json

_NICER = 5
"""How much nicer than the server it is: pages go before networks, see nice(1)."""


def main() -> None:
    """Make networks until nobody asks for more."""
    where, megabytes, before = sys.argv[1], int(sys.argv[2]), "".join(sys.argv[3:])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not break the frames
    end_with_parent()
    os.nice(_NICER)
    standing = open_standing(where)
    site = Site.open(standing.build, base_url=before)
    limit_memory(megabytes)
    answers.write(framed(GraphReady(build=standing.name)))
    answers.flush()
    while (job := read_message(sys.stdin.buffer, GraphJob)) is not None:
        answers.write(framed(_done(site, job)))
        answers.flush()


def _done(site: Site, job: GraphJob) -> GraphDone | GraphRefused | GraphFailed:
    try:
        content = _answer(site, job)
        site.data.build.confirm()
    except EndpointError as error:
        return GraphFailed(problem=str(error))
    except HemicycleError as error:
        return GraphRefused(problem=error.problem, remedy=error.remedy)
    if content is None:
        return GraphRefused(problem="there is no such page")
    Path(job.out).write_bytes(content)
    return GraphDone()


def _answer(site: Site, job: GraphJob) -> bytes | None:
    if job.kind == "page":
        found = site.page(f"/{job.language}/graph", dict(job.parameters))
        return None if found is None else found.html.encode()
    make = graph_json if job.kind == "json" else graph_gexf
    return make(site.data, read_choice(job.parameters), job.language)


if __name__ == "__main__":
    main()
