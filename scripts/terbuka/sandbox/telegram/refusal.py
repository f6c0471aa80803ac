"""How the Bot API answers: ``{"ok": true, "result": …}`` or ``{"ok": false, "error_code": …}``."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


class Refusal(Exception):
    """An answer that is an error; `what` comes after ``Bad Request: `` where the status is 400."""

    def __init__(self, what: str, status: int = 400) -> None:
        self.status = status
        self.description = f"Bad Request: {what}" if status == 400 else what  # noqa: PLR2004
        super().__init__(what)


def good(result: Any) -> Response:  # noqa: ANN401  whatever JSON can hold
    """Return a good answer."""
    return JSONResponse({"ok": True, "result": result})


def bad(status: int, description: str, **parameters: int) -> Response:
    """Return a bad answer."""
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return JSONResponse(body | ({"parameters": parameters} if parameters else {}), status)


async def on_refusal(_: Request, error: Exception) -> Response:
    """Turn a `Refusal`, or an address that does not exist, into the Bot API's answer."""
    return bad(error.status, error.description) if isinstance(error, Refusal) else bad(404, "Not Found")


def rate_limited(_: datetime, seconds: float) -> Response:
    """Return 429; ``retry_after`` is in whole seconds."""
    wait = max(1, math.ceil(seconds))
    response = bad(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
    response.headers["Retry-After"] = str(wait)
    return response


def server_error() -> Response:
    """Return 502, which comes from the proxies before the interface and is no JSON."""
    page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n"
    return Response(page, 502, media_type="text/html")


def expired_token() -> Response:
    """Return 401 for a token that has been revoked."""
    return bad(401, "Unauthorized")
