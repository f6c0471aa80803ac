"""Percentages: 3,5%."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "percent"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Percentages are written like 3,5%.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Persen", "Terbuka.PoinPersen")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
