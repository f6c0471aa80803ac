"""PDF: its text page by page, covered or invisible text too, authors, comments, fields and files inside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from terbuka.checks.attachments import package
from terbuka.checks.attachments.reading import BROKEN, Part, Reading, Remark
from terbuka.checks.finding import Severity
from terbuka.text import text

MOST_PAGES = 2_000
MOST_WORDS = 20_000_000
"""Characters of all pages."""

_NOTES = frozenset({"/Text", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp"})
"""Annotations that people leave while they work on a text."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of a file is no help to its author


def read(data: bytes) -> Reading:
    """Return what a PDF holds.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """
    try:
        return _read(data)
    except (PyPdfError, *BROKEN):
        raise package.broken() from None


def _read(data: bytes) -> Reading:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise package.locked()
    if len(reader.pages) > MOST_PAGES:
        raise package.too_large()
    parts: list[Part] = []
    notes = 0
    silent: list[int] = []
    size = 0
    for number, page in enumerate(reader.pages, start=1):
        words, noted, pictured = _page(page)
        notes += noted
        if pictured and not words.strip():
            silent.append(number)
        parts.append(Part(words, f"page={number}"))
        size += len(words)
        if size > MOST_WORDS:
            raise package.too_large()
    about = reader.metadata
    said = [str(value) for value in (about.title, about.subject, about.keywords) if value] if about else []
    if said:
        parts.append(Part("\n\n".join(said)))
    names = [about.author] if about and about.author else []
    xmp = reader.xmp_metadata
    names += list(xmp.dc_creator or ()) if xmp else []
    remarks = tuple(_remarks(reader, notes, silent))
    return Reading(tuple(parts), tuple(dict.fromkeys(str(name) for name in names)), remarks, signed=True)


def _page(page: PageObject) -> tuple[str, int, bool]:
    """Return the text of a page, its fields and its comments; how many comments; and whether it has pictures."""
    words, notes = [page.extract_text()], 0
    for item in page.get("/Annots") or ():
        note = item.get_object()
        said = [str(note[key]) for key in ("/Contents", "/V") if note.get(key)]
        notes += note.get("/Subtype") in _NOTES and bool(said)
        words += said
    return "\n".join(words), notes, _has_pictures(page)


def _has_pictures(page: PageObject) -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject") if resources is not None else None
    return objects is not None and any(
        item.get_object().get("/Subtype") == "/Image" for item in objects.get_object().values()
    )


def _remarks(reader: PdfReader, notes: int, silent: list[int]) -> Iterator[Remark]:
    if notes:
        yield Remark(
            Severity.WARNING,
            text("Comments that people left while they worked are still in “{file}”: {count}.", count=notes),
            text("Delete the comments in a PDF program, or export it anew from the original."),
        )
    if reader.attachments:
        yield Remark(
            Severity.WARNING,
            text("Other files are hidden in “{file}”: {count}.", count=len(reader.attachments)),
            text("Export it anew without attachments, and link to the other files openly if they may be read."),
        )
    if silent and (silent[0] > 1 or len(silent) == len(reader.pages)):
        yield Remark(
            Severity.WARNING,
            text(
                "Pages of “{file}” are pictures without text, first page {page}: numbers on them are not found, "
                "and nobody can search them.",
                page=silent[0],
            ),
            text(
                "Look at every page for data of persons; then export it from the original, or have it recognised."
            ),
        )
