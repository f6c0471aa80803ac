"""Words that are never standard: each has one form that is right everywhere."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "standard-words"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Words that are always wrong have their standard form.")
SOURCE = "KBBI VI, EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.KataBaku", "Terbuka.KataKecil")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
