"""Whatever the office's own Vale styles find, beside those that come with this house."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks import prose, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "style"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Words and style follow the office's own Vale styles.")
SOURCE = ""
SEVERITY = Severity.WARNING

check_document = rule.nothing_in_document


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield the alerts of styles that are not ours."""
    for name, spots in prose.alerts(documents, context)().items():
        if name.partition(".")[0] not in prose.OWN_STYLES:
            yield from (prose.finding(ID, spot) for spot in spots)
