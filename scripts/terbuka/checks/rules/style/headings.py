"""Headings: a capital first, no full stop last, small words small, and nothing shouted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import prose
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "headings"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Headings begin with a capital, end without a full stop, and are not shouted.")
SOURCE = "EYD V"
SEVERITY = Severity.ERROR
CHECKS = (
    "Terbuka.JudulBertitik",
    "Terbuka.JudulBesar",
    "Terbuka.JudulKapital",
    "Terbuka.JudulKataTugas",
    "TerbukaEn.HeadingPeriod",
)

check_library = prose.findings_of(ID, CHECKS)

_SHOUTED = re.compile(r"(?=[^a-z]*[A-Z]{4,}[^a-z]* [^a-z]*[A-Z]{4})[^a-z]{10,}")
_SMALL = re.compile(
    r"(?<=\w )(?:Atau|Bagi|Dalam|Dan|Dari|Dengan|Di|Ke|Oleh|Pada|Sebagai|Serta|Tentang|Untuk|Yang)\b"
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the title in the front matter, which Vale takes for a sentence."""
    del context
    values = document.front_matter.value
    title = values.get("title") if isinstance(values, dict) else None
    if not isinstance(title, str) or not title.strip():
        return
    title = " ".join(title.split())
    for what, to_do, severity in _faults(title, document.language):
        yield Finding(ID, severity, document.place("title"), what, to_do, SOURCE)


def _faults(title: str, language: str) -> Iterator[tuple[Text, Text, Severity]]:
    if title.endswith(".") and not title.endswith(".."):
        yield text("The title ends with a full stop."), text("Remove the full stop."), Severity.ERROR
    if re.match(r"[a-z]+(?![\w.@-])", title):
        yield (
            text("The title begins with a small letter."),
            text("Begin the title with a capital."),
            Severity.WARNING,
        )
    if _SHOUTED.fullmatch(title):
        yield (
            text("The whole title is in capitals."),
            text("Write it in capitals and small letters: screen readers may spell out what is shouted."),
            Severity.WARNING,
        )
    elif language == "id" and (small := _SMALL.search(title)):
        yield (
            text("In the middle of a title, “{word}” is written small.", word=small[0].lower()),
            text("Write it in small letters."),
            Severity.WARNING,
        )
