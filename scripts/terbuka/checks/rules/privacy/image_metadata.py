"""Pictures say neither where they were taken nor by whom, unless a document says so."""

from __future__ import annotations

from terbuka.checks.attachments import inspection
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "image-metadata"
FAMILY = Family.PRIVACY
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Pictures hold no places, names or serial numbers that are not seen.")
SOURCE = "UU 27/2022 Pasal 4 ayat (3), Pasal 65 ayat (2)"
SEVERITY = Severity.ERROR

SUFFIXES = frozenset({".avif", ".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"})
"""Endings of the files that it looks into."""

check_document = inspection.at_links(ID, SOURCE, SUFFIXES)
check_library = inspection.by_themselves(ID, SOURCE, SUFFIXES)
