"""What time it is for the office."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from terbuka.errors import UsageError
from terbuka.text import text


def now(zone: ZoneInfo, at: str | None = None) -> datetime:
    """Return the present moment in `zone`, or the moment `at` (ISO 8601) for rehearsals.

    Raises:
        UsageError: `at` is not a date or a moment.
    """
    if at is None:
        return datetime.now(zone)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise UsageError(
            text("“{at}” is not a moment in time.", at=at),
            text("Write it like 2026-11-20T09:00."),
        ) from None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the first moment of `day` in `zone`."""
    return datetime(day.year, day.month, day.day, tzinfo=zone)
