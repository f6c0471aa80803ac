"""The election periods of office.yml that a document falls into, and the names that are minded in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from terbuka.checks.rule import Context
from terbuka.office import Office, Period, PeriodKind
from terbuka.words.document import Document

SILENT: frozenset[PeriodKind] = frozenset({"election-silence", "voting-day"})
"""Kinds of periods in which nobody campaigns any more."""


def periods(document: Document, office: Office) -> tuple[Period, ...]:
    """Return the periods on whose days `document` appears, changes or goes offline; none if withdrawn."""
    if not office.calendar or document.meta is None or document.meta.status == "withdrawn":
        return ()
    days = tuple(_days(document, office))
    return tuple(period for period in office.calendar if any(period.holds(day) for day in days))


def of_kinds(found: Iterable[Period], kinds: Iterable[PeriodKind]) -> Period | None:
    """Return the first of the periods `found` that has one of `kinds`, or None."""
    wanted = frozenset(kinds)
    return next((period for period in found if period.kind in wanted), None)


def name(period: Period, office: Office) -> str:
    """Return what the office's people call `period`."""
    return period.name.get(office.language) or next(iter(period.name.values()))


def minded(context: Context) -> re.Pattern[str]:
    """Return an expression for the candidates and slogans of all periods; it matches nothing if there are none."""
    return context.once("elections.minded", lambda: _minded(context.office))


def _minded(office: Office) -> re.Pattern[str]:
    words = {word for period in office.calendar for word in (*period.candidates, *period.slogans)}
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.I) if words else re.compile(r"(?!)")


def _days(document: Document, office: Office) -> Iterator[date]:
    meta = document.valid
    if meta.publish_at is None:
        yield meta.date
    for moment in (meta.publish_at, meta.expires_at):
        if moment is not None:
            yield moment.astimezone(office.zone).date()
    for change in meta.changes:
        yield change.date
