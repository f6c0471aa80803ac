"""A portal whose pages follow the builds: the browser reloads, or shows why it cannot.

The script that reloads is put into answers by this server alone and never stands in a file.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from terbuka.errors import TerbukaError
from terbuka.portal import error_page

EVENTS = "/_terbuka/events"
SCRIPT = "/_terbuka/reload.js"

HEARTBEAT = 15.0
"""Seconds between signs of life on an open stream, so that a browser that has gone is noticed."""

_RELOAD = f"""\
const shown = document.currentScript.dataset.build;
new EventSource("{EVENTS}").onmessage = (event) => {{ if (event.data !== shown) location.reload(); }};
"""


class Builds:
    """What browsers follow: how many builds there have been, and how the last one ended.

    Attributes:
        number: builds that have ended.
        error: why the last one failed; None if it did not.
        closed: True once the server stops.
        idle: set while no build is running.
    """

    def __init__(self) -> None:
        self.number = 0
        self.error: TerbukaError | None = None
        self.closed = False
        self.idle = asyncio.Event()
        self._news = asyncio.Condition()

    async def ended(self, error: TerbukaError | None) -> None:
        """Tell every browser that a build has ended, with `error` or well."""
        self.number += 1
        self.error = error
        self.idle.set()
        await self._wake()

    async def close(self) -> None:
        """End every stream, so that the server can stop."""
        self.closed = True
        self.idle.set()
        await self._wake()

    async def follow(self) -> AsyncIterator[str]:
        """Yield the number of the last build as a server-sent event, now and whenever it changes."""
        await self.idle.wait()
        told = -1
        while not self.closed:
            if told != self.number:
                told = self.number
                yield f"data: {told}\n\n"
            else:
                yield ": \n\n"
            await self._next(told)

    async def _next(self, told: int) -> None:
        try:
            async with asyncio.timeout(HEARTBEAT), self._news:
                await self._news.wait_for(lambda: self.closed or self.number != told)
        except TimeoutError:
            return

    async def _wake(self) -> None:
        async with self._news:
            self._news.notify_all()


def live_app(site_dir: Path, builds: Builds, language: str) -> ASGIApp:
    """Return an ASGI application that serves `site_dir` and follows `builds`; errors speak `language`."""

    async def events(_: Request) -> Response:
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(builds.follow(), media_type="text/event-stream", headers=headers)

    async def script(_: Request) -> Response:
        return Response(_RELOAD, media_type="text/javascript", headers={"Cache-Control": "no-store"})

    pages = Mount("/", _Pages(site_dir, builds, language))
    return Starlette(routes=[Route(EVENTS, events), Route(SCRIPT, script), pages])


class _Pages(StaticFiles):
    """Files of the portal; a page waits for the running build and carries the script."""

    def __init__(self, site_dir: Path, builds: Builds, language: str) -> None:
        super().__init__(directory=site_dir, html=True, check_dir=False)
        self._builds = builds
        self._language = language

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, or why the portal cannot be built; called by Starlette."""
        await self._builds.idle.wait()
        error = self._builds.error
        if error is not None and "." not in Path(path).name.removesuffix(".html"):
            return self._page(error_page.render(error, self._language), 500)
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse) and response.media_type == "text/html":
            return self._page(Path(response.path).read_text(encoding="utf-8"), response.status_code)
        response.headers["Cache-Control"] = "no-cache"
        return response

    def _page(self, words: str, status: int) -> HTMLResponse:
        head, end, tail = words.rpartition("</body>")
        script = f'<script src="{SCRIPT}" data-build="{self._builds.number}"></script>'
        whole = f"{head}{script}{end}{tail}" if end else f"{words}{script}"
        return HTMLResponse(whole, status, headers={"Cache-Control": "no-store"})
