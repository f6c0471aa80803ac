"""Titles of officials have capitals before a name, and none for officials in general."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "official-titles"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Titles of officials have capitals before names only.")
SOURCE = "EYD V"
SEVERITY = Severity.WARNING
CHECKS = ("Terbuka.JabatanBesar", "Terbuka.JabatanKecil", "Terbuka.Sapaan")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
