"""Words that neither the dictionary nor the office knows."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "spelling"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Words are in the dictionary or on the office's own list.")
SOURCE = "KBBI VI, EYD V"
SEVERITY = Severity.SUGGESTION
CHECKS = ("Terbuka.Ejaan",)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
