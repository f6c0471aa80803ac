"""What time it is for the office, and which days it works."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays

from terbuka.errors import UsageError
from terbuka.text import text

SATURDAY = 5


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


def is_working_day(day: date) -> bool:
    """Tell whether Indonesian government offices work on `day` (weekends and public holidays off)."""
    return day.weekday() < SATURDAY and day not in holidays.country_holidays("ID", years=day.year)


def add_working_days(day: date, count: int) -> date:
    """Return the day `count` working days after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
