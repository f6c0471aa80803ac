"""Mobile numbers belong to people; only the office's own may be published."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "mobile-number"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No mobile number is published, except the office's own.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the mobile numbers anywhere in the file: text, code, comments and front matter."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        yield Finding(
            ID,
            SEVERITY,
            words.place(document.path, found.start),
            text("This is a mobile number that the office has not published as its own."),
            text("Remove it and name the office's contact; its own numbers are listed in office.yml."),
            SOURCE,
        )
