"""The day by which the owner wanted to look at the text again has passed."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "review-date"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.DAY
SUMMARY = text("The day of review has not passed.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2), Pasal 9"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield a finding if `review_by` lies before today, in the office's time zone."""
    meta = document.meta
    if meta is None or meta.status == "withdrawn":
        return
    today = context.now.astimezone(context.office.zone).date()
    if meta.review_by < today:
        yield Finding(
            ID,
            SEVERITY,
            document.place("review_by"),
            text("This text should have been reviewed by {date}.", date=meta.review_by.isoformat()),
            text("Ask “{owner}” to check it, then write a new review_by.", owner=meta.owner),
            SOURCE,
        )
