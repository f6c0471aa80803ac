"""E-mail addresses that are not of the office or another public body are not published."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "private-email"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No private e-mail address is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); Permenkominfo 5/2015"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    if found.sure:
        return (
            SEVERITY,
            text("This address is in a mailbox that anybody can open, not in an official one."),
            text("Write the office's address instead; list it in office.yml if it is an official one."),
        )
    return (
        SEVERITY,
        text("This address seems to belong to a person outside the office."),
        text("Write an address of the body instead; if it may be published, list it or its domain in office.yml."),
    )


check_document = findings_of(ID, SOURCE, _say)
