"""Numbers: 1.250 orang, 3,5 juta, abad ke-21, anak-anak."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "numbers"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Numbers are written as EYD V has them.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = (
    "Terbuka.AngkaAwal",
    "Terbuka.AngkaDesimal",
    "Terbuka.AngkaDua",
    "Terbuka.AngkaKecil",
    "Terbuka.AngkaRibuan",
    "Terbuka.AngkaRibuanRagu",
    "Terbuka.AngkaRomawi",
    "Terbuka.AngkaTingkat",
    "Terbuka.AngkaUlangTahun",
)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
