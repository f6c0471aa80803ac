"""The number of a taxpayer (NPWP) who is a person is not published."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "npwp"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No taxpayer's number (NPWP) of a person is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); PMK 112/PMK.03/2022"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    if found.sure:
        return (
            SEVERITY,
            text("A person's taxpayer number (NPWP) stands here."),
            text(
                "Remove it, also from the history of this change; the number of an office or a company may stay."
            ),
        )
    return (
        Severity.WARNING,
        text("This number has the form of a person's taxpayer number (NPWP)."),
        text("Remove it if it belongs to a person, also if it is mistyped; otherwise allow it with the reason."),
    )


check_document = findings_of(ID, SOURCE, _say)
