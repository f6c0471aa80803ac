"""Number plates lead to the owner of a vehicle."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "number-plate"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number plate of somebody's vehicle is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield number plates near a word for a vehicle or a plate."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        yield Finding(
            ID,
            SEVERITY,
            words.place(document.path, found.start),
            text("This looks like the number plate of a vehicle, which leads to its owner."),
            text("Remove it, or allow it if the vehicle is the office's own and readers need the number."),
            SOURCE,
        )
