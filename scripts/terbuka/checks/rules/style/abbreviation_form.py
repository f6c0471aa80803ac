"""Full stops stand where abbreviations have them, and nowhere else."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "abbreviation-form"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Abbreviations have their full stops, and names of bodies have none.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.SingkatanNama", "Terbuka.SingkatanRagu", "Terbuka.SingkatanTitik")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
