"""English as governments write it: dates, times, money, laws, and the Indonesian names of Indonesian bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import own_words, prose
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "english-usage"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("English documents write dates, times, money, laws and names of Indonesian bodies in one way.")
SOURCE = ""
SEVERITY = Severity.WARNING
CHECKS = (
    "TerbukaEn.Currency",
    "TerbukaEn.Dates",
    "TerbukaEn.LatinAbbreviations",
    "TerbukaEn.Laws",
    "TerbukaEn.Times",
)

check_library = prose.findings_of(ID, CHECKS)

BODIES = {
    "Constitutional Court": "Mahkamah Konstitusi",
    "Corruption Eradication Commission": "Komisi Pemberantasan Korupsi",
    "General Elections Commission": "Komisi Pemilihan Umum",
    "House of Representatives": "Dewan Perwakilan Rakyat",
    "Information Commission": "Komisi Informasi",
    "Ministry of Communication and Digital Affairs": "Kementerian Komunikasi dan Digital",
    "Ministry of Finance": "Kementerian Keuangan",
    "Ministry of Health": "Kementerian Kesehatan",
    "Ministry of Home Affairs": "Kementerian Dalam Negeri",
    "Ministry of Law": "Kementerian Hukum",
    "Ministry of Manpower": "Kementerian Ketenagakerjaan",
    "Ministry of Social Affairs": "Kementerian Sosial",
    "National Archives": "Arsip Nasional Republik Indonesia",
    "National Disaster Management Agency": "Badan Nasional Penanggulangan Bencana",
    "Press Council": "Dewan Pers",
    "Statistics Indonesia": "Badan Pusat Statistik",
    "Supreme Audit Agency": "Badan Pemeriksa Keuangan",
    "Supreme Court": "Mahkamah Agung",
}
"""Names that English documents use → the official ones, by which readers find the bodies."""

_BODY = re.compile(rf"\b(?:{'|'.join(sorted(BODIES, key=len, reverse=True))})\b(?! and [A-Z])")
_TRIGGERS = ("Ministry of", "Commission", "Court", "Agency", "House of", "Archives", "Council", "Statistics")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the first mention of each Indonesian body whose Indonesian name the document never gives."""
    del context
    if document.language != "en" or not any(name in document.body for name in _TRIGGERS):
        return
    words = own_words.body(document)
    seen: set[str] = set()
    for match in _BODY.finditer(words.text):
        name = match[0]
        if name not in seen and BODIES[name] not in document.text:
            yield Finding(
                ID,
                Severity.SUGGESTION,
                words.place(match.start()),
                text("“{name}” is not given with its Indonesian name.", name=name),
                text("Write it at the first mention: {name} ({own}).", name=name, own=BODIES[name]),
                SOURCE,
            )
        seen.add(name)
