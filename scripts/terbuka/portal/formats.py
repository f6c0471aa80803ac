"""Names, dates, times and amounts as readers write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name
from babel.numbers import format_decimal

from terbuka.office import LanguageCode
from terbuka.text import text


def in_language(names: Mapping[LanguageCode, str], language: str) -> str:
    """Return the name in `language`, or in the first language that has one."""
    every: dict[str, str] = dict(names.items())
    return every.get(language) or next(iter(every.values()))


def day(value: date, language: str) -> str:
    """Return a day like “20 November 2026”."""
    return format_date(value, "d MMMM y", locale=language)


def moment(at: datetime, zone: ZoneInfo, language: str) -> str:
    """Return a moment like “20 November 2026 pukul 09.00 WIB”."""
    local = at.astimezone(zone)
    name = str(get_timezone_name(local, "short", locale="id"))  # only Indonesian knows WIB, WITA and WIT
    clock = f"{local:%H.%M}" if language == "id" else f"{local:%H:%M}"
    return text("{day} at {clock} {zone}", day=day(local, language), clock=clock, zone=name).say(language)


def number(value: int, language: str) -> str:
    """Return a whole number with separators for thousands."""
    return format_decimal(value, locale=language)


def rupiah(amount: int, language: str) -> str:
    """Return an amount of whole rupiah like “Rp1.250.000,00”."""
    return text("IDR {amount}", amount=number(amount, language)).say(language)
