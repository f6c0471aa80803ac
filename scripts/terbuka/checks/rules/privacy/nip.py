"""The number of a civil servant (NIP) shows a date of birth, and belongs in decrees only."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "nip"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a civil servant (NIP) is published outside decrees.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield numbers with the build of a NIP anywhere in the file."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        yield Finding(
            ID,
            SEVERITY,
            words.place(document.path, found.start),
            text("This number of a civil servant (NIP) shows a date of birth."),
            text("Give name and post without the number; in a formal decree allow it with the reason."),
            SOURCE,
        )
