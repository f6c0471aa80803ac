"""Bank accounts belong to people; only the office's own may be published."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "bank-account"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No bank account is published, except the office's own.")
SOURCE = "UU 27/2022 Pasal 4 ayat (2), Pasal 65 ayat (2); UU 14/2008 Pasal 17 huruf h"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    del found
    return (
        SEVERITY,
        text("This is called a bank account, and the office has not published it as its own."),
        text("Remove it if it belongs to a person; list the office's own accounts in office.yml under contacts."),
    )


check_document = findings_of(ID, SOURCE, _say)
