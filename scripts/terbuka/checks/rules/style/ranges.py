"""Ranges have a dash without spaces: 08.00–15.00."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "ranges"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Ranges are written with a dash, like 08.00–15.00.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Rentang", "Terbuka.RentangGanda", "Terbuka.RentangNama")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
