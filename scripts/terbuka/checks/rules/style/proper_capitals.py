"""Names of languages, months, places, bodies and laws have their capitals."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "proper-capitals"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Names of languages, months, places, bodies and laws have capitals.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = (
    "Terbuka.BahasaBesar",
    "Terbuka.NamaBangsa",
    "Terbuka.NamaGeografi",
    "Terbuka.NamaLembaga",
    "Terbuka.NamaNegara",
    "Terbuka.NamaWaktu",
    "Terbuka.UndangUndang",
)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
