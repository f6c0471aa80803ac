"""Foreign words take no Indonesian affixes without a hyphen."""

from __future__ import annotations

from terbuka.checks import prose, rule
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "foreign-affixes"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Foreign words with Indonesian affixes are replaced by Indonesian ones.")
SOURCE = "EYD V"
SEVERITY = Severity.WARNING
CHECKS = ("Terbuka.ImbuhanAsing",)

check_document = rule.nothing_in_document
check_library = prose.findings_of(ID, CHECKS)
