"""Texts of Word and slides of PowerPoint: words, comments, deleted and hidden text, and people."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from terbuka.checks.attachments import package, work
from terbuka.checks.attachments.package import DEEPEST, Package
from terbuka.checks.attachments.reading import Part, Reading, Remark, row_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PEOPLE = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
)
_TEXTS = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")
_OFF = ("0", "false", "off")


def read_text(data: bytes) -> Reading:
    """Return what a text of Word holds.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """
    archive = Package(data)
    if "word/document.xml" not in archive.names:
        raise package.broken()
    roots = [root for start in _TEXTS for name in archive.find(start) if (root := archive.read(name)) is not None]
    parts = [Part("\n".join(_lines(root))) for root in roots]
    remarks: list[Remark] = []
    comments = sum(len(list(root.iter(f"{_W}comment"))) for root in roots)
    if comments:
        remarks.append(work.comments_left(comments))
    if any(
        next(root.iter(f"{_W}{tag}"), None) is not None for root in roots for tag in ("del", "ins", "moveFrom")
    ):
        remarks.append(work.tracked_changes())
    if any(_is_hidden(run) for root in roots for run in root.iter(f"{_W}r")):
        remarks.append(work.hidden_words())
    return Reading(tuple(parts), _people(archive), tuple(remarks), signed=True)


def read_slides(data: bytes) -> Reading:
    """Return what slides of PowerPoint hold.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """
    archive = Package(data)
    if "ppt/presentation.xml" not in archive.names:
        raise package.broken()
    parts: list[Part] = []
    hidden = False
    for name in (
        *archive.find("ppt/slides/slide"),
        *archive.find("ppt/notesSlides/"),
        *archive.find("ppt/comments/"),
    ):
        root = archive.read(name)
        if root is not None:
            hidden |= root.get("show") in _OFF
            parts.append(Part("\n".join(_paragraphs(root))))
    comments = len(archive.find("ppt/comments/"))
    remarks = [work.comments_left(comments)] if comments else []
    if hidden:
        remarks.append(work.hidden_words())
    return Reading(tuple(parts), _people(archive), tuple(remarks))


def _people(archive: Package) -> tuple[str, ...]:
    core = archive.read("docProps/core.xml")
    found = [item for tag in _PEOPLE for item in core.iter(tag)] if core is not None else []
    return tuple(dict.fromkeys(item.text.strip() for item in found if item.text and item.text.strip()))


def _lines(element: Element, depth: int = 0) -> Iterator[str]:
    """Yield paragraphs and rows in order, deleted words included."""
    for child in element:
        if child.tag == f"{_W}p" or depth > DEEPEST:
            yield "".join(_word(item) for item in child.iter())
        elif child.tag == f"{_W}tr":
            yield row_of([" ".join(_lines(cell, depth + 1)) for cell in child.findall(f"{_W}tc")])
        else:
            yield from _lines(child, depth + 1)


def _word(item: Element) -> str:
    if item.tag in (f"{_W}t", f"{_W}delText"):
        return item.text or ""
    return " " if item.tag in (f"{_W}tab", f"{_W}br") else ""


def _is_hidden(run: Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in _OFF and any(item.text for item in run.iter(f"{_W}t"))


def _paragraphs(root: Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_A}p"):
        yield "".join(item.text or "" for item in paragraph.iter(f"{_A}t"))
