"""What a PDF of the office says can be read on a page as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import markdown, paragraphs, rule
from terbuka.checks.addresses import parts_of
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.markdown import Link
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "pdf-twin"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Beside each PDF of the office stands a page that says the same.")
SOURCE = "UU 8/2016 Pasal 24, 122–124; WCAG 2.2, 1.3.1"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_THIS_PAGE = re.compile(
    r"\b(?:(?:halaman|laman|tulisan|berita|pengumuman) ini|versi (?:cetak|PDF)|(?:this|the) (?:page|text)"
    r"|(?:print|printable|PDF) version)\b",
    re.I,
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield PDFs of the office without a page that says the same.

    A page is said to be the twin by standing beside the PDF: the same paragraph, item of a list or row of a table
    links to it. Or this document is the twin; then the words of the link call the PDF a version of this page.
    """
    if ".pdf" not in document.body.lower():
        return
    portal = (context.office.url.host or "").lower()
    found = paragraphs.of(document.body)
    beside: dict[int, list[Link]] = {}
    for link in markdown.links(document.body):
        if link.target and not link.image:
            beside.setdefault(paragraphs.index_at(found, link.offset), []).append(link)
    for links in beside.values():
        if any(_is_page(link, portal) for link in links):
            continue
        for link in links:
            if _is_pdf(link, portal) and not _THIS_PAGE.search(link.text):
                yield Finding(
                    ID,
                    SEVERITY,
                    document.body_place(link.offset),
                    text("Only this PDF says it: a phone and a screen reader need a page."),
                    text(
                        "Link beside it to the page that says the same, or, if this is that page, call the PDF "
                        "“versi cetak halaman ini”."
                    ),
                    SOURCE,
                )


def _is_pdf(link: Link, portal: str) -> bool:
    return _is_ours(link, portal) and _path(link).endswith(".pdf")


def _is_page(link: Link, portal: str) -> bool:
    """Tell whether `link` leads to another page of the portal."""
    if not _is_ours(link, portal):
        return False
    last = _path(link).rpartition("/")[2]
    return last.endswith((".md", ".html")) or ("." not in last and bool(_path(link)))


def _is_ours(link: Link, portal: str) -> bool:
    parts = parts_of(link.target or "")
    return parts is not None and parts.scheme in ("", "http", "https") and (parts.hostname or portal) == portal


def _path(link: Link) -> str:
    parts = parts_of(link.target or "")
    return parts.path.lower() if parts else ""
