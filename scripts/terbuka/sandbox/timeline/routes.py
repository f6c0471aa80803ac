"""The addresses of the timeline: pages, the panel's forms, pictures."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from html import escape

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from terbuka.sandbox.faults import FaultRequest, make_fault
from terbuka.sandbox.player import Player
from terbuka.sandbox.timeline.page import HERE, View, initials, render
from terbuka.sandbox.world import World
from terbuka.text import LANGUAGES

PICTURES = ("image/gif", "image/jpeg", "image/png", "image/webp")
"""What a browser is shown as a picture; anything else is a file to download."""

_STATIC = {"timeline.css": "text/css", "timeline.js": "text/javascript"}
_FRESH = {"Cache-Control": "no-cache"}
_AVATAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#1f4e5f"/>'
    '<text x="32" y="42" font-family="sans-serif" font-size="28" font-weight="700" fill="#fff"'
    ' text-anchor="middle">{initials}</text></svg>'
)

Handler = Callable[[Request], Awaitable[Response]]


class Timeline:
    """Shows the posts.

    Attributes:
        token: new for each process; guards the forms against pages of other sites.
    """

    def __init__(self, world: World, players: Mapping[str, Player]) -> None:
        self._world = world
        self._players = players
        self.token = secrets.token_urlsafe(24)

    def routes(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/", self.page),
            Route("/timeline/{platform}", self.page),
            *(Route(f"/{name}{end}", _lead(name)) for name in self._players for end in ("", "/")),
            *(Route(f"/{name}", _static(name, mime)) for name, mime in _STATIC.items()),
            Route("/avatar.svg", self.avatar),
            Route("/files/{name}", self.file),
            Route("/panel/faults", self.add, methods=["POST"]),
            Route("/panel/clear", self.clear, methods=["POST"]),
        ]

    def _view(self, request: Request, platform: str) -> View:
        query = request.query_params
        language = query.get("lang", self._world.settings.language)
        language = language if language in LANGUAGES else self._world.settings.language
        return View(platform, language, query.get("refresh") != "off", self.token)

    async def page(self, request: Request) -> Response:
        """Show one platform's posts, or all."""
        platform = request.path_params.get("platform", "")
        if platform and platform not in self._players:
            return PlainTextResponse("Not Found", 404)
        words, mark = render(self._world, self._players, self._view(request, platform))
        headers = _FRESH | {"ETag": f'"{mark}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        return HTMLResponse(words, headers=headers)

    async def avatar(self, _: Request) -> Response:
        """Show the account's picture: its initials."""
        words = _AVATAR.format(initials=escape(initials(self._world.settings.name)))
        return Response(words, media_type="image/svg+xml")

    async def file(self, request: Request) -> Response:
        """Show an uploaded picture."""
        kept = self._world.store.file(request.path_params["name"])
        if kept is None:
            return PlainTextResponse("Not Found", 404)
        mime = kept[0] if kept[0] in PICTURES else "application/octet-stream"
        return Response(kept[1], media_type=mime, headers={"Cache-Control": "max-age=31536000, immutable"})

    async def add(self, request: Request) -> Response:
        """Take a fault from the panel."""
        form = {name: str(value) for name, value in (await request.form()).items()}
        if not hmac.compare_digest(form.get("token", ""), self.token):
            return PlainTextResponse("Forbidden", 403)
        try:
            wanted = {name: form[name] for name in ("platform", "kind", "times") if name in form}
            self._world.faults.add(make_fault(FaultRequest.model_validate(wanted)))
        except ValidationError:
            return PlainTextResponse("Unprocessable Content", 422)
        return self._back(request, form)

    async def clear(self, request: Request) -> Response:
        """Call every fault off."""
        form = {name: str(value) for name, value in (await request.form()).items()}
        if not hmac.compare_digest(form.get("token", ""), self.token):
            return PlainTextResponse("Forbidden", 403)
        self._world.faults.clear()
        return self._back(request, form)

    def _back(self, request: Request, form: Mapping[str, str]) -> Response:
        """Lead back to the page that the form stands on."""
        platform = form.get("back", "")
        view = self._view(request, platform if platform in self._players else "")
        place = f"/timeline/{view.platform}" if view.platform else "/"
        return RedirectResponse(f"{place}{view.query()}#faults", 303)


def _lead(platform: str) -> Handler:
    """Return the handler that leads from a platform's address to its timeline."""

    async def lead(_: Request) -> Response:
        return RedirectResponse(f"/timeline/{platform}")

    return lead


def _static(name: str, mime: str) -> Handler:
    """Return the handler of a file beside this one."""

    async def static(_: Request) -> Response:
        return Response((HERE / name).read_bytes(), media_type=mime, headers=_FRESH)

    return static
