"""How Mastodon says no: a status and ``{"error": …}``."""

from __future__ import annotations

from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

LIMIT = 300
PERIOD = 300
"""Requests per seconds, for one account (docs.joinmastodon.org/api/rate-limits)."""

UNKNOWN_TOKEN = "The access token is invalid"  # noqa: S105  a sentence, not a secret
NOT_FOUND = "Record not found"


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, error: str) -> None:
        self.status = status
        self.error = error
        super().__init__(error)


async def on_refusal(_: Request, error: Exception) -> Response:
    """Turn a `Refusal`, or an address that does not exist, into Mastodon's answer."""
    if isinstance(error, Refusal):
        return JSONResponse({"error": error.error}, error.status)
    return JSONResponse({"error": NOT_FOUND}, 404)


def limit_headers(now: datetime, remaining: int, period: float = PERIOD) -> dict[str, str]:
    """Return the rate-limit headers; the moment of the reset has microseconds, as the real server writes it."""
    reset = now + timedelta(seconds=period)
    return {
        "X-RateLimit-Limit": str(LIMIT),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": reset.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
    }


def rate_limited(now: datetime, seconds: float) -> Response:
    """Return 429 with the moment from which requests are taken again."""
    return JSONResponse({"error": "Too many requests"}, 429, limit_headers(now, 0, seconds))


def server_error() -> Response:
    """Return 503, as a proxy in front of an overloaded server does."""
    return JSONResponse({"error": "Remote data could not be fetched"}, 503)


def expired_token() -> Response:
    """Return 401 for a token that has been taken back."""
    return JSONResponse({"error": "The access token was revoked"}, 401)
