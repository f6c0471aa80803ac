"""The number of a driving licence (SIM) is not published."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "driving-licence"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a driving licence (SIM) is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    del found
    return (
        SEVERITY,
        text("This is called the number of a driving licence (SIM)."),
        text("Remove the whole number; if it is none, say beside it what it is, or allow it with the reason."),
    )


check_document = findings_of(ID, SOURCE, _say)
