"""The number of a resident (NIK) never stands in what the office publishes."""

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

ID = "nik"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No resident's number (NIK) is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 24/2013 Pasal 95A; PP 40/2019 Pasal 31"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield numbers with the build of a NIK: an error beside a label such as NIK or KTP, else a warning."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        severity = SEVERITY if found.sure else Severity.WARNING
        yield Finding(ID, severity, words.place(document.path, found.start), *_say(found), SOURCE)


def _say(found: Found) -> tuple[Text, Text]:
    if found.masked:
        return (
            text("This masked number still shows a date of birth or the serial number."),
            text("Remove the whole number; if it must be told apart, show its first six digits at most."),
        )
    if found.sure:
        return (
            text("A resident's number (NIK) stands here."),
            text("Remove the whole number, also from the history of this change; masking a part is not enough."),
        )
    return (
        text("This number has the build of a resident's number (NIK)."),
        text("Remove it if it is one; otherwise say beside it what it is, or allow it with the reason."),
    )
