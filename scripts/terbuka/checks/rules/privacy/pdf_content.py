"""PDFs hold no data of persons: in their text, below black boxes, in comments or in their properties."""

from __future__ import annotations

from terbuka.checks.attachments import inspection
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "pdf-content"
FAMILY = Family.PRIVACY
DEPENDS = Depends.REPOSITORY
SUMMARY = text("PDFs hold no data of persons, also not where it is not seen.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 14/2008 Pasal 17 huruf h, Pasal 22 ayat (7) huruf e"
SEVERITY = Severity.ERROR

SUFFIXES = frozenset({".pdf"})
"""Endings of the files that it looks into."""

check_document = inspection.at_links(ID, SOURCE, SUFFIXES)
check_library = inspection.by_themselves(ID, SOURCE, SUFFIXES)
