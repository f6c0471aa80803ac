"""Officialese, two words that do one job, and pairs of words that do not belong together."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "wordy-phrases"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Phrases are plain and short.")
SOURCE = "UU 12/2011 Lampiran II butir 243"
SEVERITY = Severity.SUGGESTION
CHECKS = ("Terbuka.FrasaDinas", "Terbuka.FrasaGanda", "Terbuka.FrasaPanjang", "Terbuka.FrasaPola")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
