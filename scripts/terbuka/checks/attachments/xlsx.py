"""Spreadsheets of Excel: cells, hidden sheets, rows and columns, comments, and people."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from terbuka.checks.attachments import package, sheets
from terbuka.checks.attachments.reading import BROKEN, Reading
from terbuka.checks.attachments.sheets import Sheet


def read(data: bytes) -> Reading:
    """Return what a workbook holds.

    Raises:
        UnreadableError: it is locked, broken or too large.
    """
    archive = package.Package(data)
    try:
        book = load_workbook(BytesIO(data), data_only=True, keep_links=False)
        found = [_sheet(sheet) for sheet in book.worksheets]
        people = [book.properties.creator, book.properties.lastModifiedBy]
    except BROKEN:
        raise package.broken() from None
    cached = bool(archive.find("xl/pivotCache/pivotCacheRecords"))
    return sheets.reading(found, [str(name) for name in people if name], pivot=cached)


def _sheet(sheet: Worksheet) -> Sheet:
    rows: dict[int, list[str]] = {}
    comments: list[str] = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                line = rows.setdefault(cell.row, [])
                line += [""] * (cell.column - 1 - len(line))
                line.append(_words(cell.value))
            if cell.comment:
                comments.append(cell.comment.text)
    columns = {number for first, last in _hidden_columns(sheet) for number in range(first, min(last, 1000) + 1)}
    return Sheet(
        name=sheet.title,
        rows=rows,
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(number for number in rows if sheet.row_dimensions[number].hidden),
        hidden_columns=frozenset(columns),
        comments=tuple(comments),
    )


def _hidden_columns(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    for column in sheet.column_dimensions.values():
        if column.hidden and column.min and column.max:
            yield column.min, column.max


def _words(value: Any) -> str:  # noqa: ANN401  whatever a cell holds
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)
