"""The number of a payment card never stands in what the office publishes."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "payment-card"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a payment card is published.")
SOURCE = "UU 27/2022 Pasal 4 ayat (2), Pasal 65 ayat (2); ISO/IEC 7812-1"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    if found.sure:
        return (
            SEVERITY,
            text("The number of a payment card stands here."),
            text("Remove it, also from the history of this change, and tell the owner to have the card blocked."),
        )
    return (
        Severity.WARNING,
        text("This number has the build of a payment card's."),
        text("Remove it if it is one; otherwise say beside it what it is, or allow it with the reason."),
    )


check_document = findings_of(ID, SOURCE, _say)
