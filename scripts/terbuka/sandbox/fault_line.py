"""Lets requests through to the platforms, or lets them fail as asked."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from terbuka.sandbox.faults import Fault, Kind
from terbuka.sandbox.player import Player
from terbuka.sandbox.sockets import Switchboard
from terbuka.sandbox.world import World

TICK = 0.05
"""Seconds between two looks at whether a slow answer is still wanted."""


class FaultLine:
    """ASGI middleware in front of the platforms.

    Args:
        app: what answers when nothing goes wrong.
        world: holds the faults.
        switchboard: closes connections.
        players: the platforms, by name.
    """

    def __init__(
        self, app: ASGIApp, world: World, switchboard: Switchboard, players: Mapping[str, Player]
    ) -> None:
        self._app = app
        self._world = world
        self._switchboard = switchboard
        self._players = players

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; called by the server."""
        fault = self._fault(scope)
        if fault is None:
            await self._app(scope, receive, send)
        elif (refusal := self._refusal(fault)) is not None:
            await refusal(scope, receive, send)
        else:
            await self._fail_after(fault, scope, receive, send)

    def _fault(self, scope: Scope) -> Fault | None:
        if scope["type"] != "http":
            return None
        _, platform, path = (*scope["path"].split("/", 2), "", "")[:3]
        player = self._players.get(platform)
        if player is None:
            return None
        publishes = player.publishes(scope["method"], "/" + path)
        return self._world.faults.take(platform, "/" + path, publishes=publishes)

    def _refusal(self, fault: Fault) -> Response | None:
        """Return the answer of faults that store nothing."""
        player = self._players[fault.platform]
        match fault.kind:
            case Kind.EXPIRED_TOKEN:
                return player.expired_token()
            case Kind.RATE_LIMITED:
                return player.rate_limited(self._world.now(), fault.seconds)
            case Kind.SERVER_ERROR:
                return player.server_error()
            case _:
                return None

    async def _fail_after(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the platform do its work, then spoil the answer."""
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._app(scope, receive, keep)
        match fault.kind:
            case Kind.DROP_AFTER_COMMIT:
                await self._switchboard.hang_up(scope, receive)
            case Kind.SERVER_ERROR_AFTER_COMMIT:
                await self._players[fault.platform].server_error()(scope, receive, send)
            case Kind.TRUNCATED_ANSWER:
                await _cut(answer)(scope, receive, send)
            case _:
                await self._wait(fault.seconds)
                for message in answer:
                    await send(message)

    async def _wait(self, seconds: float) -> None:
        """Wait, but not longer than the server stays."""
        until = asyncio.get_running_loop().time() + seconds
        while not self._world.closing() and (left := until - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(TICK, left))


def _cut(answer: list[Message]) -> Response:
    """Return the same answer with the first half of its body."""
    start = answer[0]
    body = b"".join(message.get("body", b"") for message in answer[1:])
    response = Response(body[: len(body) // 2], start["status"])
    response.raw_headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
    response.headers["content-length"] = str(len(body) // 2)
    return response
