"""Mastodon's interface, and its timeline."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from terbuka.sandbox.mastodon import answers, media, refusal, statuses
from terbuka.sandbox.mastodon.entities import LIMIT, count, pieces, shown_link
from terbuka.sandbox.mastodon.parameters import read
from terbuka.sandbox.mastodon.refusal import NOT_FOUND, UNKNOWN_TOKEN, Refusal
from terbuka.sandbox.player import Shown, ShownCard, ShownPicture, Span
from terbuka.sandbox.settings import SECRETS
from terbuka.sandbox.store import Record
from terbuka.sandbox.world import World

ID = "mastodon"
NAME = "Mastodon"

rate_limited = refusal.rate_limited
server_error = refusal.server_error
expired_token = refusal.expired_token


@dataclass(frozen=True, slots=True)
class Call:
    """A request, and whether it carries the account's token."""

    request: Request
    owner: bool


Handler = Callable[[Call], Awaitable[Response]]


def publishes(method: str, path: str) -> bool:
    """Tell whether a request publishes a status."""
    return method == "POST" and re.fullmatch(r"/api/v1/statuses/?", path) is not None


def app(world: World) -> ASGIApp:
    """Return the interface."""
    desk = _Desk(world)
    routes = [
        desk.route("/api/v1/instance", desk.old_instance, "GET"),
        desk.route("/api/v2/instance", desk.instance, "GET"),
        desk.route("/api/v1/accounts/verify_credentials", desk.credentials, "GET", secret=True),
        desk.route("/api/v1/accounts/{id}", desk.account, "GET"),
        desk.route("/api/v1/accounts/{id}/statuses", desk.statuses, "GET"),
        desk.route("/api/v2/media", desk.upload, "POST", secret=True),
        desk.route("/api/v1/media/{id}", desk.media, "GET", secret=True),
        desk.route("/api/v1/media/{id}", desk.describe, "PUT", secret=True),
        desk.route("/api/v1/statuses", desk.write, "POST", secret=True),
        desk.route("/api/v1/statuses/{id}", desk.status, "GET"),
        desk.route("/api/v1/statuses/{id}", desk.delete, "DELETE", secret=True),
        desk.route("/api/v1/statuses/{id}/context", desk.context, "GET"),
        Route("/@{name}/{id}", desk.page),
    ]
    handlers = {Refusal: refusal.on_refusal, 404: refusal.on_refusal, 405: refusal.on_refusal}
    return Starlette(routes=routes, exception_handlers=handlers)


class _Desk:
    """Answers requests."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._window = 0
        self._used = 0

    def route(self, path: str, handler: Handler, method: str, *, secret: bool = False) -> Route:
        """Return a route; with `secret`, requests without the token are refused."""

        async def answer(request: Request) -> Response:
            headers = self._headers()
            try:
                response = await handler(Call(request, _owner(request, needed=secret)))
            except Refusal as no:
                response = await refusal.on_refusal(request, no)
            response.headers.update(headers)
            return response

        return Route(path, answer, methods=[method])

    def _headers(self) -> dict[str, str]:
        """Count a request; what remains never falls below 1, for nothing is refused unless a fault asks for it."""
        now = self.world.now()
        window, since = divmod(now.timestamp(), refusal.PERIOD)
        self._used = self._used + 1 if window == self._window else 1
        self._window = int(window)
        return refusal.limit_headers(now, max(1, refusal.LIMIT - self._used), refusal.PERIOD - int(since))

    async def instance(self, _: Call) -> Response:
        return JSONResponse(answers.instance(self.world))

    async def old_instance(self, _: Call) -> Response:
        return JSONResponse(answers.old_instance(self.world))

    async def credentials(self, _: Call) -> Response:
        return JSONResponse(answers.credentials(self.world))

    async def account(self, call: Call) -> Response:
        _own(call.request)
        return JSONResponse(answers.account(self.world))

    async def statuses(self, call: Call) -> Response:
        _own(call.request)
        page, headers = statuses.page(self.world, call.request.query_params, owner=call.owner)
        return JSONResponse(page, headers=headers)

    async def upload(self, call: Call) -> Response:
        stored = media.take(self.world, statuses.new_id(self.world), await read(call.request))
        ready = stored["waits"] == 0
        return JSONResponse(answers.media(self.world, stored, ready=ready), 200 if ready else 202)

    async def media(self, call: Call) -> Response:
        stored, ready = media.look_after(self.world, call.request.path_params["id"])
        return JSONResponse(answers.media(self.world, stored, ready=ready), 200 if ready else 206)

    async def describe(self, call: Call) -> Response:
        stored, ready = media.describe(self.world, call.request.path_params["id"], await read(call.request))
        return JSONResponse(answers.media(self.world, stored, ready=ready), 200 if ready else 206)

    async def write(self, call: Call) -> Response:
        key = call.request.headers.get("idempotency-key", "")
        return JSONResponse(statuses.write(self.world, await read(call.request), key))

    async def status(self, call: Call) -> Response:
        stored = statuses.find(self.world, call.request.path_params["id"])
        if not call.owner and stored["visibility"] not in ("public", "unlisted"):
            raise Refusal(404, NOT_FOUND)
        return JSONResponse(answers.status(self.world, stored))

    async def context(self, call: Call) -> Response:
        return JSONResponse(statuses.context(self.world, call.request.path_params["id"]))

    async def delete(self, call: Call) -> Response:
        return JSONResponse(statuses.delete(self.world, call.request.path_params["id"]))

    async def page(self, request: Request) -> Response:
        """Lead a person who opens a status's address to the timeline."""
        return RedirectResponse(f"{self.world.base}/timeline/{ID}#{ID}-{request.path_params['id']}")


def _owner(request: Request, *, needed: bool) -> bool:
    """Tell whether a request carries the token; a wrong token is refused even where none is needed."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if not kind and not needed:
        return False
    if kind.lower() != "bearer" or token.strip() != SECRETS[ID]:
        raise Refusal(401, UNKNOWN_TOKEN)
    return True


def _own(request: Request) -> None:
    if request.path_params["id"] != answers.ACCOUNT_ID:
        raise Refusal(404, NOT_FOUND)


def shown(world: World) -> list[Shown]:
    """Return every status as a person would see it, the oldest first."""
    return [_shown(world, stored) for stored in world.store.all(statuses.SHELF)]


def _shown(world: World, stored: Record) -> Shown:
    pictures = [world.store.get(media.SHELF, identity) or {} for identity in stored["media_ids"]]
    links = [piece.text for piece in pieces(stored["text"]) if piece.kind == "link"]
    return Shown(
        platform=ID,
        id=stored["id"],
        parent=stored["in_reply_to_id"] or "",
        name=world.settings.name,
        handle=f"@{world.settings.username}@{world.base.removeprefix('http://')}",
        at=datetime.fromisoformat(stored["created_at"]),
        spans=tuple(_span(piece.kind, piece.text) for piece in pieces(stored["text"].strip())),
        pictures=tuple(ShownPicture(f"/files/{one['file']}", one["description"] or "") for one in pictures),
        # Mastodon shows the preview of the first link, unless there are pictures.
        card=ShownCard(links[0]) if links and not pictures else None,
        language=stored["language"] or "",
        count=count(stored["text"], stored["spoiler_text"]),
        limit=LIMIT,
    )


def _span(kind: str, words: str) -> Span:
    if kind == "link":
        _, visible, rest = shown_link(words)
        return Span(visible + ("…" if rest else ""), href=words)
    return Span(words, marks=() if kind == "text" else (kind,))
