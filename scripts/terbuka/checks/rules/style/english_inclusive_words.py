"""English words for people that respect them."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "english-inclusive-words"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("English documents call people by names that respect them.")
SOURCE = "UU 8/2016"
SEVERITY = Severity.WARNING
CHECKS = ("TerbukaEn.InclusiveWords",)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
