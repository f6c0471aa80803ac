"""The number of a taxpayer (NPWP) who is a person is not published."""

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

ID = "npwp"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No taxpayer's number (NPWP) of a person is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); PMK 112/PMK.03/2022"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the numbers of persons: an error with label and sound build, else a warning."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        severity = SEVERITY if found.sure else Severity.WARNING
        yield Finding(ID, severity, words.place(document.path, found.start), *_say(found), SOURCE)


def _say(found: Found) -> tuple[Text, Text]:
    if found.sure:
        return (
            text("A person's taxpayer number (NPWP) stands here."),
            text(
                "Remove it, also from the history of this change; the number of an office or a company may stay."
            ),
        )
    return (
        text("This number has the form of a person's taxpayer number (NPWP)."),
        text("Remove it if it belongs to a person, also if it is mistyped; otherwise allow it with the reason."),
    )
