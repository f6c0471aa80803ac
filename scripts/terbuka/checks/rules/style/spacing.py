"""Spaces stand behind punctuation, not before it."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "spacing"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Punctuation follows its word without a space, and is not repeated.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.Spasi", "Terbuka.SpasiSesudah", "Terbuka.TandaGanda", "TerbukaEn.Spacing")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
