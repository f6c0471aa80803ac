"""Bank accounts belong to people; only the office's own may be published."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "bank-account"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No bank account is published, except the office's own.")
SOURCE = "UU 27/2022 Pasal 4 ayat (2), Pasal 65 ayat (2); UU 14/2008 Pasal 17 huruf h"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield digits that are called a bank account anywhere in the file."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        yield Finding(
            ID,
            SEVERITY,
            words.place(document.path, found.start),
            text("This is called a bank account, and the office has not published it as its own."),
            text(
                "Remove it if it belongs to a person; list the office's own accounts in office.yml under contacts."
            ),
            SOURCE,
        )
