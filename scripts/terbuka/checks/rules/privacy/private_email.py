"""E-mail addresses that are not of the office or another public body are not published."""

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

ID = "private-email"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No private e-mail address is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); Permenkominfo 5/2015"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the addresses of persons anywhere in the file: text, code, comments and front matter."""
    words = page.of(document, context)
    for found in KINDS[ID](words, context.office):
        yield Finding(ID, SEVERITY, words.place(document.path, found.start), *_say(found), SOURCE)


def _say(found: Found) -> tuple[Text, Text]:
    if found.sure:
        return (
            text("This address is in a mailbox that anybody can open, not in an official one."),
            text("Write the office's address instead; list it in office.yml if it is an official one."),
        )
    return (
        text("This address seems to belong to a person outside the office."),
        text("Write an address of the body instead; if it may be published, list it or its domain in office.yml."),
    )
