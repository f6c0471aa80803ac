"""The number of a payment card never stands in what the office publishes."""

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

ID = "payment-card"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a payment card is published.")
SOURCE = "UU 27/2022 Pasal 4 ayat (2), Pasal 65 ayat (2); ISO/IEC 7812-1"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield numbers of payment cards: an error with a label or in groups, else a warning."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        severity = SEVERITY if found.sure else Severity.WARNING
        yield Finding(ID, severity, words.place(document.path, found.start), *_say(found), SOURCE)


def _say(found: Found) -> tuple[Text, Text]:
    if found.sure:
        return (
            text("The number of a payment card stands here."),
            text("Remove it, also from the history of this change, and tell the owner to have the card blocked."),
        )
    return (
        text("This number has the build of a payment card's."),
        text("Remove it if it is one; otherwise say beside it what it is, or allow it with the reason."),
    )
