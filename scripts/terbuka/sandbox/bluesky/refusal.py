"""How a personal data server says no: a status and ``{"error": …, "message": …}``."""

from __future__ import annotations

from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

POINTS = 5000
PERIOD = 3600
"""Points per seconds that an account may spend on writing (docs.bsky.app/docs/advanced-guides/rate-limits)."""


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, error: str, message: str) -> None:
        self.status = status
        self.error = error
        self.message = message
        super().__init__(message)


async def on_refusal(_: Request, error: Exception) -> Response:
    """Turn a `Refusal`, or a method that is not played, into the protocol's answer."""
    if isinstance(error, Refusal):
        return JSONResponse({"error": error.error, "message": error.message}, error.status)
    return JSONResponse({"error": "MethodNotImplemented", "message": "Method Not Implemented"}, 501)


def limit_headers(reset: float, remaining: int) -> dict[str, str]:
    """Return the rate-limit headers; `reset` is in seconds since 1970."""
    return {
        "RateLimit-Limit": str(POINTS),
        "RateLimit-Remaining": str(remaining),
        "RateLimit-Reset": str(int(reset)),
        "RateLimit-Policy": f"{POINTS};w={PERIOD}",
    }


def rate_limited(now: datetime, seconds: float) -> Response:
    """Return 429 with the second from which requests are taken again."""
    body = {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}
    return JSONResponse(body, 429, limit_headers(now.timestamp() + seconds, 0))


def server_error() -> Response:
    """Return 500, as the reference server does for anything it did not expect."""
    return JSONResponse({"error": "InternalServerError", "message": "Internal Server Error"}, 500)


def expired_token() -> Response:
    """Return 400 for a token that is too old; a refresh brings a new one."""
    return JSONResponse({"error": "ExpiredToken", "message": "Token has expired"}, 400)
