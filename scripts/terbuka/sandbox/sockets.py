"""How to hang up on a client: ASGI has no word for it, so the open connections are written down."""

from __future__ import annotations

import asyncio

from starlette.types import Receive, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

Address = tuple[str, int]


class Switchboard:
    """The open connections, by the client's address and port."""

    def __init__(self) -> None:
        self._open: dict[Address, asyncio.Transport] = {}

    def protocol(self) -> type[H11Protocol]:
        """Return the protocol for uvicorn that writes connections down here."""
        connections = self._open

        class Listed(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                if self.client:
                    connections[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client:
                    connections.pop(self.client, None)
                super().connection_lost(exc)

        return Listed

    async def hang_up(self, scope: Scope, receive: Receive) -> None:
        """Close the request's connection without an answer, and wait until the server has noticed."""
        client = scope.get("client") or ("", 0)
        transport = self._open.get((client[0], client[1]))
        if transport is None:
            raise ConnectionAbortedError("no connection to close: not served by the sandbox's own server")
        transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass
