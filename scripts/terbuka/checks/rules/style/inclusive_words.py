"""Names for people that demean them, or that the law has replaced."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "inclusive-words"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("People are called by names that respect them.")
SOURCE = "UU 8/2016, UU 11/2012, UU 12/2022, Pedoman Pemberitaan Dewan Pers"
SEVERITY = Severity.WARNING
CHECKS = ("Terbuka.Inklusif",)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
