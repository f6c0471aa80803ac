"""Words that are standard only in names, titles and quotations, or less preferred than another form."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "doubtful-words"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Words that are sometimes wrong have their standard form.")
SOURCE = "KBBI VI, EYD V"
SEVERITY = Severity.WARNING
CHECKS = ("Terbuka.KataPilih", "Terbuka.KataRagu")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
