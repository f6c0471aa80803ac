"""The prepositions di, ke and dari stand apart, the prefix di- does not."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "preposition-di-ke"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The prepositions di and ke stand apart, and the prefix di- does not.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.AwalanDi", "Terbuka.DiKe", "Terbuka.DiKeRagu")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
