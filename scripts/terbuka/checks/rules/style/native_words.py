"""Foreign words that have an Indonesian counterpart."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "native-words"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Foreign words have their Indonesian counterpart, or are in italics.")
SOURCE = "UU 24/2009 Pasal 30, Perpres 63/2019"
SEVERITY = Severity.SUGGESTION
CHECKS = ("Terbuka.Padanan",)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
