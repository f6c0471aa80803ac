"""Units of measure: 5 km, 2 kg, 100 m²."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "units"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Units of measure are written like 5 km and 100 m².")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Satuan",)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
