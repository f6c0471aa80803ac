"""The portal, rebuilt whenever a file is saved, and browsers that follow."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path

import uvicorn
from watchfiles import Change, DefaultFilter, awatch

from terbuka.errors import TerbukaError
from terbuka.portal.live import Builds, live_app
from terbuka.text import Text, text

FOLDERS = ("content", "policies", "site")
"""Folders below the repository whose files make the portal."""

FILES = ("mkdocs.yml", "office.yml")
"""Files at the top of the repository that make the portal."""

QUIET = 200
"""Milliseconds within which saves count as one."""


class Preview:
    """The portal, rebuilt on save: one build at a time, however many saves there are meanwhile.

    A build that fails is shown in the browser instead of a page that is no longer true.

    Args:
        root: the repository.
        site_dir: where `build` puts the finished portal.
        build: builds the portal; may raise `TerbukaError`.
        say: tells the person at the terminal a sentence.
        complain: tells the person at the terminal of an error.
        language: what the error page speaks.
    """

    def __init__(
        self,
        root: Path,
        site_dir: Path,
        build: Callable[[], object],
        say: Callable[[Text], object],
        complain: Callable[[TerbukaError], object],
        language: str,
    ) -> None:
        self._root = root
        self._build = build
        self._say = say
        self._complain = complain
        self._builds = Builds()
        self._saved = asyncio.Event()
        self._stopped = asyncio.Event()
        app = live_app(site_dir, self._builds, language)
        # The application logs nothing: what a person has to know is said through `say`.
        self._server = _Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none", lifespan="off"))
        self._server.before_shutdown = self._builds.close

    async def run(self, listening: socket.socket) -> None:
        """Build, then serve on the socket `listening` and rebuild on save, until `stop`."""
        folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
        watching = [
            asyncio.create_task(self._watch(*folders, wanted=DefaultFilter(), recursive=True)),
            asyncio.create_task(self._watch(self._root, wanted=_Settings(), recursive=False)),
        ]
        host, port = listening.getsockname()
        self._saved.set()
        building = asyncio.create_task(self._rebuild())
        building.add_done_callback(lambda _: self.stop())
        try:
            self._say(text("The portal is at {address}; Ctrl-C stops it.", address=f"http://{host}:{port}/"))
            await self._server.serve(sockets=[listening])
        finally:
            # A watcher sleeps in a thread that only this event ends; cancelling would wait for it.
            self._stopped.set()
            building.cancel()
            await asyncio.gather(*watching)
        with contextlib.suppress(asyncio.CancelledError):
            await building

    def stop(self) -> None:
        """End `run`; may be called from another thread."""
        self._server.should_exit = True

    async def _watch(self, *paths: Path, wanted: DefaultFilter, recursive: bool) -> None:
        changes = awatch(
            *paths, watch_filter=wanted, debounce=QUIET, stop_event=self._stopped, recursive=recursive
        )
        async for _ in changes:
            self._saved.set()

    async def _rebuild(self) -> None:
        """Build whenever something was saved. What happens during a build leads to one more."""
        while True:
            await self._saved.wait()
            self._saved.clear()
            self._builds.idle.clear()
            await self._builds.ended(await asyncio.to_thread(self._attempt))

    def _attempt(self) -> TerbukaError | None:
        try:
            self._build()
        except TerbukaError as error:
            self._complain(error)
            return error
        self._say(text("The portal is up to date."))
        return None


class _Settings(DefaultFilter):
    """Only the settings at the top of the repository."""

    def __call__(self, change: Change, path: str) -> bool:
        return Path(path).name in FILES


class _Server(uvicorn.Server):
    """A server that ends its streams before it waits for them."""

    before_shutdown: Callable[[], Awaitable[None]]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then stop; called by uvicorn."""
        await self.before_shutdown()
        await super().shutdown(sockets)
