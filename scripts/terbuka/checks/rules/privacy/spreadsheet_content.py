"""Spreadsheets hold no data of persons, and hide nothing."""

from __future__ import annotations

from terbuka.checks.attachments import inspection
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "spreadsheet-content"
FAMILY = Family.PRIVACY
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Spreadsheets hold no data of persons and no hidden cells.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 14/2008 Pasal 17 huruf h"
SEVERITY = Severity.ERROR

SUFFIXES = frozenset({".csv", ".ods", ".tsv", ".xls", ".xlsm", ".xlsx"})
"""Endings of the files that it looks into."""

check_document = inspection.at_links(ID, SOURCE, SUFFIXES)
check_library = inspection.by_themselves(ID, SOURCE, SUFFIXES)
