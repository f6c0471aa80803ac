"""Files of LibreOffice: texts, slides and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from terbuka.checks.attachments import package, sheets
from terbuka.checks.attachments.package import DEEPEST, Package
from terbuka.checks.attachments.reading import Part, Reading, Remark, row_of
from terbuka.checks.attachments.sheets import Sheet
from terbuka.checks.attachments.work import comments_left, tracked_changes

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _TEXT, _OFFICE, _STYLE, _META = (_NAMES % name for name in ("table", "text", "office", "style", "meta"))
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_MOST_REPEATED = 200
"""Cells and rows that a sheet repeats; the empty rest of a sheet is written as a million repeated rows."""


def read_text(data: bytes) -> Reading:
    """Return what a text or slides hold.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """
    archive = Package(data)
    root = _content(archive)
    lines = list(_lines(root))
    notes = list(root.iter(f"{_OFFICE}annotation"))
    remarks: list[Remark] = []
    if notes:
        remarks.append(comments_left(len(notes)))
    if any(len(changes) for changes in root.iter(f"{_TEXT}tracked-changes")):
        remarks.append(tracked_changes())
    return Reading((Part("\n".join(lines)),), _people(archive), tuple(remarks), signed=True)


def read_sheets(data: bytes) -> Reading:
    """Return what a spreadsheet holds.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """
    archive = Package(data)
    root = _content(archive)
    invisible = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(item.get(f"{_TABLE}display") == "false" for item in style)
    }
    found = [
        _sheet(table, hidden=table.get(f"{_TABLE}style-name") in invisible)
        for table in root.iter(f"{_TABLE}table")
    ]
    return sheets.reading(found, _people(archive))


def _content(archive: Package) -> Element:
    root = archive.read("content.xml")
    if root is None:
        raise package.broken()
    return root


def _people(archive: Package) -> tuple[str, ...]:
    meta = archive.read("meta.xml")
    if meta is None:
        return ()
    names = [*meta.iter(f"{_META}initial-creator"), *meta.iter(_CREATOR)]
    return tuple(dict.fromkeys(name.text.strip() for name in names if name.text and name.text.strip()))


def _lines(element: Element, depth: int = 0) -> Iterator[str]:
    """Yield paragraphs and rows in order."""
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h") or depth > DEEPEST:
            yield "".join(child.itertext())
        elif child.tag == f"{_TABLE}table-row":
            yield row_of([" ".join(_lines(cell, depth + 1)) for cell in child])
        else:
            yield from _lines(child, depth + 1)


def _sheet(table: Element, *, hidden: bool) -> Sheet:
    rows: dict[int, list[str]] = {}
    hidden_rows: set[int] = set()
    comments: list[str] = []
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = _count(row, "number-rows-repeated")
        cells = _cells(row, comments)
        for _ in range(min(repeated, _MOST_REPEATED) if cells else 0):
            number += 1
            rows[number] = cells
            if row.get(f"{_TABLE}visibility", "visible") != "visible":
                hidden_rows.add(number)
        number += 0 if cells else repeated
    return Sheet(
        table.get(f"{_TABLE}name", ""),
        rows,
        hidden,
        frozenset(hidden_rows),
        _hidden_columns(table),
        tuple(comments),
    )


def _count(element: Element, attribute: str) -> int:
    value = element.get(_TABLE + attribute, "1")
    return int(value) if value.isdecimal() and len(value) < 9 else 1  # noqa: PLR2004  a sheet has a million rows


def _cells(row: Element, comments: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row:
        repeated = _count(cell, "number-columns-repeated")
        comments += ["".join(note.itertext()) for note in cell.iter(f"{_OFFICE}annotation")]
        shown = " ".join("".join(item.itertext()) for item in cell if item.tag == f"{_TEXT}p")
        exact = cell.get(f"{_OFFICE}value", "")
        cells += [exact if exact.isdecimal() and len(exact) > len(shown.replace(" ", "")) else shown] * min(
            repeated, _MOST_REPEATED
        )
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _hidden_columns(table: Element) -> frozenset[int]:
    hidden: set[int] = set()
    number = 0
    for column in table.iter(f"{_TABLE}table-column"):
        repeated = _count(column, "number-columns-repeated")
        if column.get(f"{_TABLE}visibility", "visible") != "visible":
            hidden.update(range(number + 1, number + 1 + min(repeated, _MOST_REPEATED)))
        number += repeated
    return frozenset(hidden)
