"""The number of a resident (NIK) never stands in what the office publishes."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "nik"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No resident's number (NIK) is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 24/2013 Pasal 95A; PP 40/2019 Pasal 31"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    if found.masked:
        return (
            SEVERITY if found.sure else Severity.WARNING,
            text("This masked number still shows a date of birth or the serial number."),
            text("Remove the whole number; if it must be told apart, show its first six digits at most."),
        )
    if found.sure:
        return (
            SEVERITY,
            text("A resident's number (NIK) stands here."),
            text("Remove the whole number, also from the history of this change; masking a part is not enough."),
        )
    return (
        Severity.WARNING,
        text("This number has the build of a resident's number (NIK)."),
        text("Remove it if it is one; otherwise say beside it what it is, or allow it with the reason."),
    )


check_document = findings_of(ID, SOURCE, _say)
