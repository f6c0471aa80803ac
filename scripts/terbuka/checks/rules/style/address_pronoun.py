"""Readers are addressed as Anda, with a capital."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "address-pronoun"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Readers are addressed as Anda, with a capital.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Anda", "Terbuka.SapaanAkrab")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
