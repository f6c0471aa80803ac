"""The particles pun and per stand apart, except in a few conjunctions."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "particle-pun-per"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The particles pun and per stand apart from their word.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = ("Terbuka.PartikelPer", "Terbuka.PartikelPerRagu", "Terbuka.PartikelPun", "Terbuka.PunSerangkai")

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
