"""Addresses of homes are not published; those of offices are."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.personal_numbers.kinds import KINDS
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "home-address"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No address of somebody's home is published.")
SOURCE = "UU 27/2022 Pasal 4 ayat (3), Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield addresses anywhere in the file that somebody is said to live at."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        yield Finding(
            ID,
            SEVERITY,
            words.place(document.path, found.start),
            text("This seems to be the address of somebody's home."),
            text("Name the village or the part of the town only, or allow it if the house is open to the public."),
            SOURCE,
        )
