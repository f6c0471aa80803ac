"""Academic degrees: Dr. Siti Aminah, S.H., M.H."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "degrees"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Academic degrees have their full stops and commas.")
SOURCE = "EYD V"
SEVERITY = Severity.WARNING
CHECKS = ("Terbuka.Gelar", "Terbuka.GelarDepan", "Terbuka.GelarKoma")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
