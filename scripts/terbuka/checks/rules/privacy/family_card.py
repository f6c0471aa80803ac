"""The number of a family card (nomor KK) never stands in what the office publishes."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "family-card"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a family card (nomor KK) is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 24/2013 Pasal 95A"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield numbers that are called a family card's: an error with the build of one, else a warning."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        severity = SEVERITY if found.sure else Severity.WARNING
        yield Finding(ID, severity, words.place(document.path, found.start), *_say(found), SOURCE)


def _say(found: Found) -> tuple[Text, Text]:
    if found.masked:
        return (
            text("This masked number of a family card still shows a date or the serial number."),
            text("Remove the whole number; if it must be told apart, show its first six digits at most."),
        )
    if found.sure:
        return (
            text("The number of a family card stands here."),
            text("Remove the whole number, also from the history of this change; masking a part is not enough."),
        )
    return (
        text("This number is called a family card's, though it holds no date as theirs do."),
        text("Remove it, also if it is only mistyped; otherwise call it what it is, or allow it with the reason."),
    )
