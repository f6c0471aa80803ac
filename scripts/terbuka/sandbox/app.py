"""The whole sandbox as one ASGI application."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from terbuka.sandbox import fault_routes
from terbuka.sandbox.bluesky import player as bluesky
from terbuka.sandbox.fault_line import FaultLine
from terbuka.sandbox.mastodon import player as mastodon
from terbuka.sandbox.player import Player
from terbuka.sandbox.sockets import Switchboard
from terbuka.sandbox.telegram import player as telegram
from terbuka.sandbox.timeline.routes import Timeline
from terbuka.sandbox.world import World

PLAYERS: Mapping[str, Player] = MappingProxyType(
    {
        "bluesky": bluesky,
        "mastodon": mastodon,
        "telegram": telegram,
    }
)
"""The platforms that are played. To add one: write its package, add a line here."""

HOSTS = ["127.0.0.1", "localhost"]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' http://127.0.0.1:*;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load: only from this machine, so that a rehearsal stays one."""


def make_app(world: World, switchboard: Switchboard) -> ASGIApp:
    """Return the application: platforms under their names, the timeline, the faults."""
    routes = [
        *Timeline(world, PLAYERS).routes(),
        *fault_routes.routes(world),
        *(Mount(f"/{name}", player.app(world)) for name, player in PLAYERS.items()),
    ]
    whole = FaultLine(_Guarded(Starlette(routes=routes)), world, switchboard, PLAYERS)
    # A page elsewhere that points its own host name at this machine is not answered.
    return TrustedHostMiddleware(whole, allowed_hosts=HOSTS, www_redirect=False)


class _Guarded:
    """ASGI middleware that sends the rules for browsers with each answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", POLICY)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
            await send(message)

        await self._app(scope, receive, guarded)
