"""The number of a family card (nomor KK) never stands in what the office publishes."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "family-card"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a family card (nomor KK) is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 24/2013 Pasal 95A"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    if found.masked:
        return (
            SEVERITY if found.sure else Severity.WARNING,
            text("This masked number of a family card still shows a date or the serial number."),
            text("Remove the whole number; if it must be told apart, show its first six digits at most."),
        )
    if found.sure:
        return (
            SEVERITY,
            text("The number of a family card stands here."),
            text("Remove the whole number, also from the history of this change; masking a part is not enough."),
        )
    return (
        Severity.WARNING,
        text("This number is called a family card's, though it holds no date as theirs do."),
        text("Remove it, also if it is only mistyped; otherwise call it what it is, or allow it with the reason."),
    )


check_document = findings_of(ID, SOURCE, _say)
