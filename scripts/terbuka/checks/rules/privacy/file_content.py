"""Texts, slides and data files hold no data of persons, and none of the work on them."""

from __future__ import annotations

from terbuka.checks.attachments import inspection
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Depends, Family
from terbuka.text import text

ID = "file-content"
FAMILY = Family.PRIVACY
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Texts, slides and data files hold no data of persons.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 14/2008 Pasal 17 huruf h"
SEVERITY = Severity.ERROR

SUFFIXES = frozenset(
    {
        ".doc",
        ".docm",
        ".docx",
        ".geojson",
        ".gpx",
        ".ics",
        ".json",
        ".kml",
        ".odp",
        ".odt",
        ".ppt",
        ".pptx",
        ".rtf",
        ".txt",
        ".vcf",
        ".xml",
    }
)
"""Endings of the files that it looks into."""

check_document = inspection.at_links(ID, SOURCE, SUFFIXES)
check_library = inspection.by_themselves(ID, SOURCE, SUFFIXES)
