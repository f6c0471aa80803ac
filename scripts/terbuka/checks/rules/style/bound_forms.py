"""Bound forms such as pasca-, non- and -nya join their word, with a hyphen before a capital."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "bound-forms"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Bound forms such as pasca-, non- and -nya are joined to their word.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = (
    "Terbuka.AkhiranNya",
    "Terbuka.BentukTerikat",
    "Terbuka.BentukTerikatRagu",
    "Terbuka.Dasawarsa",
    "Terbuka.SingkatanNya",
    "Terbuka.TandaHubung",
    "Terbuka.YangMaha",
)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
