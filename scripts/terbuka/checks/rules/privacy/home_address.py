"""Addresses of homes are not published; those of offices are."""

from __future__ import annotations

from terbuka.checks import rule
from terbuka.checks.finding import Severity
from terbuka.checks.personal_numbers.findings import Remark, findings_of
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "home-address"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No address of somebody's home is published.")
SOURCE = "UU 27/2022 Pasal 4 ayat (3), Pasal 65 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library


def _say(found: Found) -> Remark:
    del found
    return (
        SEVERITY,
        text("This seems to be the address of somebody's home."),
        text("Name the village or the part of the town only, or allow it if the house is open to the public."),
    )


check_document = findings_of(ID, SOURCE, _say)
