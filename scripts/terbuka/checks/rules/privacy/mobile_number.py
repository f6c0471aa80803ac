"""Mobile numbers belong to people; only the office's own may be published."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "mobile-number"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No mobile number is published, except the office's own.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    del found
    return (
        SEVERITY,
        text("This is a mobile number that the office has not published as its own."),
        text("Remove it and name the office's contact; its own numbers are listed in office.yml."),
    )


check_document = findings_of(ID, SOURCE, _say)
