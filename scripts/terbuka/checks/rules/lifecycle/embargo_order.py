"""Date, embargo and expiry of a document agree with each other, and with those of its translations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.clock import start_of
from terbuka.text import Text, text
from terbuka.words.document import Document, public_since
from terbuka.words.fields import Common

ID = "embargo-order"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Date, embargo and expiry follow each other, and a translation is not public before its original.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

FAR = timedelta(days=366)
"""A day of publication further ahead is almost always a mistyped year."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield moments that contradict each other."""
    meta = document.meta
    if meta is None:
        return
    yield from _embargo(document, meta, context)
    yield from _expiry(document, meta, context)
    today = context.now.astimezone(context.office.zone).date()
    if meta.date > today + FAR:
        yield _finding(
            document,
            "date",
            text("The day of publication, {date}, is more than a year ahead.", date=meta.date.isoformat()),
            text("Check the year."),
            Severity.WARNING,
        )
    original = context.library.translation(document, context.office.language)
    if original is not None and original.path != document.path:
        yield from _translation(document, original, context)


def _embargo(document: Document, meta: Common, context: Context) -> Iterator[Finding]:
    if meta.publish_at is None:
        return
    local = meta.publish_at.astimezone(context.office.zone)
    if local.date() < meta.date:
        yield _finding(
            document,
            "publish_at",
            text(
                "The text is shown from {start}, before its date {date}.",
                start=_say(local.isoformat()),
                date=str(meta.date),
            ),
            text("Write the same day in “date” and “publish_at”."),
        )
    elif local.date() > meta.date:
        yield _finding(
            document,
            "publish_at",
            text(
                "The text is first shown on {day}, but bears the date {date}.",
                day=str(local.date()),
                date=str(meta.date),
            ),
            text("Write the same day in “date” and “publish_at”."),
            Severity.WARNING,
        )
    if meta.publish_at.utcoffset() != local.utcoffset():
        yield _finding(
            document,
            "publish_at",
            text(
                "The embargo is written in another time zone; here it ends at {moment}.",
                moment=_say(local.isoformat()),
            ),
            text("Write it in the office's own time zone, so that nobody has to convert it."),
            Severity.SUGGESTION,
        )


def _expiry(document: Document, meta: Common, context: Context) -> Iterator[Finding]:
    if meta.expires_at is None:
        return
    if meta.expires_at <= start_of(meta.date, context.office.zone):
        yield _finding(
            document,
            "expires_at",
            text("The text goes offline before its date {date}.", date=str(meta.date)),
            text("Correct “expires_at”, or leave it out."),
        )
    elif meta.status == "published" and meta.expires_at <= context.now:
        yield _finding(
            document,
            "expires_at",
            text("The text has gone offline, but its status is still published."),
            text("Write “status: withdrawn”, or extend “expires_at” if it still holds."),
            Severity.SUGGESTION,
        )
    elif meta.review_by > meta.expires_at.astimezone(context.office.zone).date():
        yield _finding(
            document,
            "review_by",
            text("The review is due after the text has gone offline."),
            text(
                "Write a day before {date}.",
                date=meta.expires_at.astimezone(context.office.zone).date().isoformat(),
            ),
            Severity.SUGGESTION,
        )


def _translation(document: Document, original: Document, context: Context) -> Iterator[Finding]:
    if document.meta is None or original.meta is None or document.meta.status != "published":
        return
    zone = context.office.zone
    first = public_since(original, zone)
    if original.meta.status == "published" and public_since(document, zone) < first:
        yield _finding(
            document,
            "publish_at" if document.meta.publish_at else "date",
            text(
                "The translation is public before its original, whose embargo ends at {moment}.",
                moment=_say(first.astimezone(zone).isoformat()),
            ),
            text("Write the same “date” and “publish_at” as in the original."),
        )
    elif original.meta.status == "withdrawn":
        yield _finding(
            document,
            "status",
            text("The original has been withdrawn, but its translation is still public."),
            text("Withdraw the translation too, or restore the original."),
        )


def _say(moment: str) -> str:
    """Return a moment in ISO 8601 without seconds, as writers type it."""
    return moment[:16].replace("T", " ") + moment[-6:]


def _finding(document: Document, key: str, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, document.place(key), what, to_do, SOURCE)
