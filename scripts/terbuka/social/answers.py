"""What a server's answer means, by status and by the platform's own code; never by a part of a sentence.

Used by the adapters, which know where their platform puts the code, the sentence and the moment.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from terbuka import wire
from terbuka.errors import NotSent, OutcomeUnknown, RateLimited, Rejected, Unauthorised, WireError
from terbuka.text import text

LONGEST_QUOTE = 200
"""Characters of a server's own words that are passed on to people and into the record."""

_SECONDS = re.compile(r"[0-9]{1,11}")
"""More digits would lie beyond the last year that a calendar has."""


def failure(
    platform: str, response: httpx.Response, words: str, *secrets: str, retry_at: datetime | None = None
) -> WireError:
    """Return the error that an answer without success stands for.

    Args:
        platform: the platform's name for people.
        response: the answer; its request tells whether something may have been published.
        words: the server's own words about it.
        secrets: what must not show even if the server repeats it.
        retry_at: when a 429 says that the server will listen again.
    """
    status = response.status_code
    said = wire.hide(" ".join(words.split()), *secrets)[:LONGEST_QUOTE]
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return RateLimited(
            text("{platform} asks us to slow down: {said}", platform=platform, said=said),
            text("Run terbuka publish again later."),
            retry_at,
        )
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        return Unauthorised(
            text(
                "{platform} does not accept the secret ({status}): {said}",
                platform=platform,
                status=status,
                said=said,
            ),
            text("Renew the token of this account and put it into its environment variable."),
        )
    publishes = response.request.extensions.get(wire.PUBLISHES)
    if publishes and (response.is_success or response.is_server_error):
        # A success that was not foreseen, such as 202 from a server in front, may well be one.
        return OutcomeUnknown(
            text(
                "{platform} answered {status} and may have published it nevertheless.",
                platform=platform,
                status=status,
            ),
            text("Run terbuka publish again: it reads the platform before it sends anything."),
        )
    if response.is_server_error:
        return NotSent(
            text(
                "{platform} is out of order ({status}); nothing was published.", platform=platform, status=status
            ),
            text("Run terbuka publish again later."),
        )
    return Rejected(
        text("{platform} refused ({status}): {said}", platform=platform, status=status, said=said),
        text("Read the platform's words, mend the text or the account, and run terbuka publish again."),
    )


def data(platform: str, response: httpx.Response) -> dict[str, object]:
    """Return the JSON object of a successful answer.

    Raises:
        OutcomeUnknown: the answer to a publishing request is cut off or is no JSON object.
        Rejected: so is the answer to another request.
    """
    found = body(response)
    if isinstance(found, dict):
        return found
    raise unreadable(platform, response)


def field(platform: str, response: httpx.Response, key: str) -> str:
    """Return the words under `key` in the JSON object of a successful answer.

    Raises:
        OutcomeUnknown, Rejected: as for `data`, and if there are none.
    """
    found = data(platform, response).get(key)
    if isinstance(found, str) and found:
        return found
    raise unreadable(platform, response)


def body(response: httpx.Response) -> object:
    """Return the JSON of an answer, or None if it is none."""
    try:
        return response.json()
    except ValueError:
        return None


def unreadable(platform: str, response: httpx.Response) -> WireError:
    """Return the error for a successful answer that makes no sense."""
    what = text("{platform} gave an answer that cannot be read.", platform=platform)
    if response.request.extensions.get(wire.PUBLISHES):
        return OutcomeUnknown(
            what, text("Run terbuka publish again: it reads the platform before it sends anything.")
        )
    return Rejected(what, text("Check that the address of the server in office.yml is right."))


def seconds_after(start: datetime, value: object) -> datetime | None:
    """Return the moment `value` whole seconds after `start`; None if it is no number that a server would mean."""
    found = _SECONDS.fullmatch(str(value))
    return start + timedelta(seconds=int(found[0])) if found else None


def retry_after(response: httpx.Response) -> datetime | None:
    """Return the moment that the header Retry-After names (RFC 9110: seconds or a date), or None."""
    value = response.headers.get("Retry-After", "")
    try:
        return seconds_after(datetime.now(UTC), value) or _aware(parsedate_to_datetime(value))
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 moment with a time zone, or None if `value` is none."""
    if not isinstance(value, str):
        return None
    try:
        return _aware(datetime.fromisoformat(value))
    except ValueError:
        return None


def _aware(found: datetime) -> datetime:
    return found if found.tzinfo else found.replace(tzinfo=UTC)
