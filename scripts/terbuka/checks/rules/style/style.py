"""Whatever the office's own Vale styles find, beside those that come with this house."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "style"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Words and style follow the office's own Vale styles.")
SOURCE = ""
SEVERITY = Severity.WARNING

check_document = rule.nothing_in_document
check_library = prose.findings_of_others(ID)
