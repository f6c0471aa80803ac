"""No word is written twice by mistake."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "repeated-word"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No word is written twice by mistake.")
SOURCE = ""
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.KataGanda", "TerbukaEn.RepeatedWords")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
