"""Feasts and memorial days by the names in the dictionary."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "feast-names"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Feasts and memorial days have the names of the dictionary.")
SOURCE = "KBBI VI, EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.HariBesar", "Terbuka.HariRaya")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
