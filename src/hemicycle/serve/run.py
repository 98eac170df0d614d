"""Settings to a server that listens, until it is told to stop."""

import socket
from collections.abc import Callable

import uvicorn

from hemicycle.assets import asset
from hemicycle.errors import BuildError
from hemicycle.opened import OpenBuild
from hemicycle.remote.address import shown
from hemicycle.serve.app import make_app
from hemicycle.serve.settings import Settings
from hemicycle.serve.site_face import Pages
from hemicycle.serve.watch import Say, to_standard_error
from hemicycle.site import Site

STATIC = "site/static"
_QUEUE = 512
_LAST_SECONDS = 10
"""How long requests may take to end when the server is told to stop."""


def serve(settings: Settings, say: Say = to_standard_error) -> None:
    """Serve a build until SIGINT or SIGTERM.

    `say` takes a line when the server listens, and one a request. Raises ReadError where
    there is no build, BuildError where the address cannot be listened on.
    """
    with listening(settings) as sock:
        base_url = settings.base_url or address_of(sock)
        app = make_app(settings, open_site, asset(STATIC), base_url=base_url, say=say)
        where = settings.folder if settings.endpoint is None else shown(settings.endpoint)
        say(f"hemicycle serves {where} at {base_url}/")
        server(app).run(sockets=[sock])


def open_site(build: OpenBuild, base_url: str) -> Pages:
    """The pages of a build."""
    return Site.open(build, base_url=base_url)


def server(app: Callable[..., object]) -> uvicorn.Server:
    """What runs an application on sockets; it logs nothing itself but what goes wrong."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            access_log=False,
            log_level="warning",
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=_LAST_SECONDS,
        )
    )


def listening(settings: Settings) -> socket.socket:
    """A socket at the settings' address; port 0: one that the system chooses.

    It says that it is TCP: asyncio sends at once on such alone, and else waits 40 ms for
    the client to acknowledge the head of a response. Raises BuildError where somebody
    else listens there, or it is none of this machine.
    """
    host, port = settings.host, settings.port
    try:
        found = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
        )
        family, kind, protocol, _, address = found[0]
        sock = socket.socket(family, kind, protocol)
        try:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind(address)
            sock.listen(_QUEUE)
        except OSError:
            sock.close()
            raise
    except OSError as error:
        raise BuildError(
            f"cannot be listened on: {error}",
            file=f"{host}:{port}",
            remedy="choose another --host or --port",
        ) from error
    return sock


def address_of(sock: socket.socket) -> str:
    """The address that a socket is reached at, without a slash at its end."""
    host, port = sock.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
