"""Tables have headings, so that who hears a cell knows what it is about; and they are tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terbuka.checks import html_tags, markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "table-headers"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Every table has a row of headings, and no column is without one.")
SOURCE = "UU 8/2016 Pasal 24; WCAG 2.2, 1.3.1"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_RULE = re.compile(r":?-+:?")
_WORD = re.compile(r"\w")

Spot = tuple[int, Severity, Text, Text]


@dataclass(frozen=True, slots=True)
class Row:
    """A line with pipes: where it begins, its cells as readers see them, and whether it only draws a line."""

    offset: int
    cells: tuple[str, ...]
    edged: bool
    draws: bool


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the headings of tables."""
    del context
    body = document.body
    spots: list[Spot] = []
    if "|" in body:
        for rows in _groups(body):
            spots += _markdown(rows)
    if "<" in body and any(tag.name == "table" for tag in html_tags.of(body)):
        spots += _html(body)
    for offset, severity, what, to_do in spots:
        yield Finding(ID, severity, document.body_place(offset), what, to_do, SOURCE)


def _groups(body: str) -> Iterator[list[Row | None]]:
    """Yield what stands between blank lines and has rows in it; None is a line without pipes."""
    group: list[Row | None] = []
    offset = 0
    for line in markdown.prose(body).split("\n"):
        bare = line.lstrip(" \t>").rstrip()
        if not bare:
            if any(group):
                yield group
            group = []
        else:
            group.append(_row(line, bare, offset, body) if "|" in bare else None)
        offset += len(line) + 1
    if any(group):
        yield group


def _row(line: str, bare: str, offset: int, body: str) -> Row:
    start = line.find(bare)
    masked = (
        re.sub(r"\\.", "  ", bare) if "\\" in bare else bare
    )  # the same length, without the pipes that are words
    cells: list[str] = []
    at = 0
    for piece in masked.split("|"):
        cells.append(body[offset + start + at : offset + start + at + len(piece)])
        at += len(piece) + 1
    edged = masked.startswith("|")
    inner = cells[1 if edged else 0 : -1 if masked.endswith("|") else None]
    draws = bool(inner) and all(_RULE.fullmatch(cell.strip()) for cell in inner)
    return Row(offset + start, tuple(inner), edged and masked.endswith("|"), draws)


def _markdown(rows: Sequence[Row | None]) -> Iterator[Spot]:
    """Yield what is wrong with a table in Markdown, whose second line draws a line below the headings."""
    drawn = next(
        (index for index, row in enumerate(rows) if row and row.draws and (row.edged or len(row.cells) > 1)), None
    )
    if drawn is None:
        yield from _undrawn(rows)
        return
    head = rows[drawn - 1] if drawn else None
    if head is None or head.draws:
        line = rows[drawn]
        if line:
            yield _headless(line.offset)
    elif drawn > 1:
        yield (
            head.offset,
            SEVERITY,
            text("Without a blank line above, this table becomes plain text on the portal."),
            text("Put a blank line above the headings of the table."),
        )
    else:
        yield from _cells(head, [row for row in rows[drawn + 1 :] if row])


def _undrawn(rows: Sequence[Row | None]) -> Iterator[Spot]:
    """Yield lines that begin and end with a pipe, but have no line drawn below the first."""
    edged = [row for row in rows if row and row.edged and len(row.cells) > 1]
    if len(edged) > 1 and len(edged) == len(rows):
        yield (
            edged[0].offset,
            SEVERITY,
            text("This table has no row of headings, so the portal shows its pipes as text."),
            text("Write a row of headings and below it the line {line}.", line="|" + "---|" * len(edged[0].cells)),
        )


def _headless(offset: int) -> Spot:
    return (
        offset,
        SEVERITY,
        text("This table has no row of headings."),
        text("Write above this line what each column holds."),
    )


def _cells(head: Row, rows: Sequence[Row]) -> Iterator[Spot]:
    empty = [index for index, cell in enumerate(head.cells) if not cell.strip() or _is_comment(cell)]
    if len(empty) == len(head.cells):
        yield (
            head.offset,
            SEVERITY,
            text("This table has an empty row of headings."),
            text("Write what each column holds; if it is no table, use a list or paragraphs."),
        )
    elif empty:
        yield (
            head.offset,
            Severity.WARNING if empty == [0] else SEVERITY,
            text("Column {number} of this table has no heading.", number=empty[-1] + 1),
            text("Write what the column holds, such as “Jenis” or “Langkah”."),
        )
    elif len(head.cells) == 1 and rows:
        yield (
            head.offset,
            Severity.WARNING,
            text("This table has one column only."),
            text("Write a list: a screen reader announces a table and its cells for nothing."),
        )
    for row in rows:
        if len(row.cells) > len(head.cells) and any(_WORD.search(cell) for cell in row.cells[len(head.cells) :]):
            yield (
                row.offset,
                SEVERITY,
                text(
                    "This row has {cells} cells in a table of {columns} columns; the portal leaves the rest out.",
                    cells=len(row.cells),
                    columns=len(head.cells),
                ),
                text("Add a heading, or write a pipe that is a word as \\|."),
            )


def _is_comment(cell: str) -> bool:
    return cell.strip().startswith("<!--")


def _html(body: str) -> Iterator[Spot]:
    """Yield what is wrong with tables in HTML."""
    tags = html_tags.of(body)
    starts = [tag.offset for tag in tags]
    for table, start, end in html_tags.elements(body):
        if table.name != "table":
            continue
        inside = {tag.name for tag in tags[bisect_left(starts, start) : bisect_left(starts, end)]}
        if table.attributes.get("role") in ("presentation", "none"):
            yield (
                table.offset,
                Severity.WARNING,
                text("This table only arranges the page."),
                text("Use paragraphs, lists or headings: a table is for data."),
            )
        elif "th" not in inside:
            yield (
                table.offset,
                SEVERITY,
                text("This table has no headings."),
                text(
                    'Mark the headings with <th scope="col"> or <th scope="row">, or write the table in Markdown.'
                ),
            )
        elif "caption" not in inside and not table.attributes.keys() & {"aria-label", "aria-labelledby"}:
            yield (
                table.offset,
                Severity.SUGGESTION,
                text("This table has no caption."),
                text("Say in <caption> what the table is about."),
            )
