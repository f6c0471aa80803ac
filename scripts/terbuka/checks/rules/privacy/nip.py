"""The number of a civil servant (NIP) shows a date of birth, and belongs in decrees only."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "nip"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No number of a civil servant (NIP) is published outside decrees.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    del found
    return (
        SEVERITY,
        text("This number of a civil servant (NIP) shows a date of birth."),
        text("Give name and post without the number; in a formal decree allow it with the reason."),
    )


check_document = findings_of(ID, SOURCE, _say)
