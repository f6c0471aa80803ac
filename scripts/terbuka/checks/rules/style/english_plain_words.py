"""Plain English: short words, short phrases, and nobody hidden behind “It is”."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "english-plain-words"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("English documents use plain words.")
SOURCE = "UU 14/2008 Pasal 9 ayat (4)"
SEVERITY = Severity.WARNING
CHECKS = ("TerbukaEn.PassiveOpenings", "TerbukaEn.PlainPhrases", "TerbukaEn.PlainWords", "TerbukaEn.Redundant")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
