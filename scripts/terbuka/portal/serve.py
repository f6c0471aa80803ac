"""The portal on this machine: as it is, or rebuilt on every save. Only this machine can reach it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from terbuka.errors import TerbukaError, UsageError
from terbuka.portal.preview import Preview
from terbuka.text import Text, text

HOST = "127.0.0.1"
PORT = 8000

SITE_DIR = Path("build/portal")
"""Where the finished portal lies, from the repository's root."""


def serve(
    root: Path,
    build: Callable[[], object],
    port: int,
    say: Callable[[Text], object],
    complain: Callable[[TerbukaError], object],
    language: str,
) -> None:
    """Build and serve the portal of the repository `root`; rebuild on save, until Ctrl-C.

    Args:
        root: the repository.
        build: builds the portal into ``build/portal``; may raise `TerbukaError`.
        port: on this machine; 0 takes any free one.
        say: tells the person at the terminal a sentence.
        complain: tells the person at the terminal of an error.
        language: what the error page speaks.

    Raises:
        UsageError: another program has the port.
    """
    preview = Preview(root, root / SITE_DIR, build, say, complain, language)
    with contextlib.suppress(KeyboardInterrupt), listen(port) as listening:
        asyncio.run(preview.run(listening))


def static_app(site_dir: Path) -> ASGIApp:
    """Return an ASGI application that serves the finished portal, with the portal's own page for 404."""
    return Starlette(routes=[Mount("/", StaticFiles(directory=site_dir, html=True, check_dir=False))])


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine only; port 0 takes any free one.

    Raises:
        UsageError: another program has the port.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError:
        raise UsageError(
            text("Another program uses port {port}.", port=port),
            text("Stop it, or choose another port with --port."),
        ) from None


class PortalServer:
    """The finished portal, served from a thread of its own. Use it as a context manager.

    Attributes:
        url: where it answers, ending in a slash.
    """

    def __init__(self, site_dir: Path, port: int = 0) -> None:
        self._listening = listen(port)
        host, taken = self._listening.getsockname()
        self.url = f"http://{host}:{taken}/"
        config = uvicorn.Config(static_app(site_dir), log_config=None, access_log=False, ws="none", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._listening]}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listening.close()
