"""The day by which the owner looks at the text again has not passed, and is not too far away."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "review-date"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.DAY
SUMMARY = text("The day of review has not passed and is not too far away.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2), Pasal 9"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

PERIODIC = 6
"""Months. Information of the class `berkala` is renewed at least that often (UU 14/2008 Pasal 9 ayat (3))."""

LONGEST: Mapping[str, int] = MappingProxyType({"berita": 12, "kampanye": 12, "klarifikasi": 12})
"""Months until the first review of a kind, our own measure; kinds that are not named have `OTHERS`."""

OTHERS = 24

GRACE = timedelta(days=7)
"""The day may be moved past holidays and weekends."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield a finding if `review_by` lies before today in the office's time zone, or too far ahead."""
    meta = document.meta
    if meta is None or meta.status == "withdrawn":
        return
    today = context.now.astimezone(context.office.zone).date()
    periodic = meta.information_class == "berkala"
    longest = PERIODIC if periodic else LONGEST.get(document.kind.id, OTHERS)
    last = months_after(max(today, meta.date), longest)
    if meta.review_by < today:
        yield Finding(
            ID,
            SEVERITY,
            document.place("review_by"),
            text("This text should have been reviewed by {date}.", date=meta.review_by.isoformat()),
            text("Ask “{owner}” to check it, then write a new review_by.", owner=meta.owner),
            SOURCE,
        )
    elif meta.review_by > last + GRACE:
        what = (
            text("Information of the class berkala is reviewed at least every six months; this day is later.")
            if periodic
            else text("The review is more than {months} months away.", months=longest)
        )
        to_do = text("Write a day not after {date}.", date=last.isoformat())
        yield Finding(ID, SEVERITY, document.place("review_by"), what, to_do, SOURCE)


def months_after(day: date, months: int) -> date:
    """Return the same day of the month, `months` later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year - 1:  # the grace must fit behind it
        return date.max - GRACE
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
