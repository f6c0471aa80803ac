"""Commas stand before tetapi and behind Oleh karena itu, and not before bahwa."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "comma"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Commas stand where clauses need them.")
SOURCE = "EYD V"
SEVERITY = Severity.SUGGESTION
CHECKS = ("Terbuka.KomaBerlebih", "Terbuka.KomaSebelum", "Terbuka.KomaSesudah")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
