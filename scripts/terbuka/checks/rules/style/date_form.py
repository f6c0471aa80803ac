"""Dates: Minggu, 22 November 2026."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "date-form"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Dates are written like Minggu, 22 November 2026.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.TanggalAngka", "Terbuka.TanggalBulan", "Terbuka.TanggalKoma", "Terbuka.TanggalNol")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
