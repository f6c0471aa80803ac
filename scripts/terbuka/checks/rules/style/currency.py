"""Sums of money: Rp1.250.000,00."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "currency"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Sums of money are written like Rp1.250.000,00.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Rupiah", "Terbuka.RupiahBentuk", "Terbuka.RupiahGanda", "Terbuka.RupiahTerbilang")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
