"""Number plates lead to the owner of a vehicle."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "number-plate"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number plate of somebody's vehicle is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    del found
    return (
        SEVERITY,
        text("This looks like the number plate of a vehicle, which leads to its owner."),
        text("Remove it, or allow it if the vehicle is the office's own and readers need the number."),
    )


check_document = findings_of(ID, SOURCE, _say)
