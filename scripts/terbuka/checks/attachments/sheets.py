"""What is the same for all spreadsheets: rows as a table, and what is said about hidden things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from terbuka.checks.attachments.reading import Part, Reading, Remark, letters, row_of
from terbuka.checks.finding import Severity
from terbuka.text import text

_MOST_RANGES = 10
_SHOW = text("Delete what readers are not meant to get and show the rest; hiding is no protection.")


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: its title.
        rows: the cells of each row that has any, from the first column on, under its number.
        hidden: True if the sheet itself is hidden.
        hidden_rows: numbers of rows that are hidden.
        hidden_columns: numbers of columns that are hidden.
        comments: what people have noted at cells.
    """

    name: str
    rows: Mapping[int, Sequence[str]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: tuple[str, ...] = ()


def reading(found: Iterable[Sheet], people: Iterable[str], *, pivot: bool = False) -> Reading:
    """Return what a workbook of the sheets `found` holds."""
    parts: list[Part] = []
    remarks: list[Remark] = []
    for sheet in found:
        numbers = tuple(sorted(sheet.rows))
        parts.append(Part("\n".join(row_of(list(sheet.rows[number])) for number in numbers), sheet.name, numbers))
        parts += [Part(comment, sheet.name) for comment in sheet.comments]
        remarks += _remarks(sheet)
    if pivot:
        what = text("A pivot table in “{file}” keeps a hidden copy of all its data, also of deleted sheets.")
        remarks.append(
            Remark(Severity.WARNING, what, text("Copy the table into a new workbook as values, and publish that."))
        )
    return Reading(tuple(parts), tuple(dict.fromkeys(people)), tuple(remarks))


def _remarks(sheet: Sheet) -> Iterator[Remark]:
    if sheet.hidden and sheet.rows:
        yield Remark(
            Severity.WARNING,
            text("The sheet “{sheet}” of “{file}” is hidden and has content.", sheet=sheet.name),
            _SHOW,
        )
    columns = sorted(
        column
        for column in sheet.hidden_columns
        if any(len(cells) >= column and cells[column - 1] for cells in sheet.rows.values())
    )
    if columns:
        what = text(
            "Hidden columns of the sheet “{sheet}” in “{file}” have content: {columns}.",
            sheet=sheet.name,
            columns=_ranges(columns, letters),
        )
        yield Remark(Severity.WARNING, what, _SHOW)
    rows = sorted(sheet.hidden_rows & set(sheet.rows))
    if rows:
        what = text(
            "Hidden rows of the sheet “{sheet}” in “{file}” have content: {rows}.",
            sheet=sheet.name,
            rows=_ranges(rows, str),
        )
        yield Remark(Severity.WARNING, what, _SHOW)
    if sheet.comments:
        what = text(
            "Comments at cells of the sheet “{sheet}” are still in “{file}”: {count}.",
            sheet=sheet.name,
            count=len(sheet.comments),
        )
        yield Remark(
            Severity.WARNING, what, text("Delete the comments, and write in a cell what readers need to know.")
        )


def _ranges(numbers: Sequence[int], name: Callable[[int], str]) -> str:
    """Return numbers in order as people write them: ``A, C–F``; of many ranges only the first."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    said = [name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in ranges]
    return ", ".join(said[:_MOST_RANGES])
