"""What a reader gets out of a file: its words, the names in it, and what it hides."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from terbuka.checks.finding import Severity
from terbuka.text import Text

BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What libraries raise over files that are broken on purpose or by accident; none of them promises less."""

LARGEST = 50_000_000
"""Bytes of a file that is looked into."""


class UnreadableError(Exception):
    """A file cannot be looked into.

    Attributes:
        what: why; {file} is put in by `named`.
        to_do: what its author can do.
    """

    def __init__(self, what: Text, to_do: Text) -> None:
        super().__init__(what.key)
        self.what = what
        self.to_do = to_do


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a file.

    Attributes:
        words: the words; a table as Markdown writes it, a row a line.
        name: the page or sheet, as links to it are written: ``page=3``; "" for the whole file.
        rows: the numbers of the rows, if it is a sheet.
    """

    words: str
    name: str = ""
    rows: tuple[int, ...] = ()

    def where(self, offset: int) -> str:
        """Return the page, or the cell in the way of spreadsheets, in which the character `offset` stands."""
        if not self.rows:
            return self.name
        line = self.words.count("\n", 0, offset)
        column = self.words.count("|", self.words.rfind("\n", 0, offset) + 1, offset)
        row = self.rows[min(line, len(self.rows) - 1)]
        cell = f"{letters(max(column, 1))}{row}"
        return f"{self.name}!{cell}" if self.name else cell


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that people do not see when they look at a file.

    Attributes:
        severity: how much it matters.
        what: what it is; {file} is put in by `named`.
        to_do: what its author can do.
        person: the name that it is about; "" for none. A name that a document gives openly is no secret.
    """

    severity: Severity
    what: Text
    to_do: Text
    person: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got out of a file.

    Attributes:
        parts: its words.
        authors: names of people who made it, as programs write them down unasked.
        remarks: what else it holds.
        signed: True for letters and decrees, which name those who sign them by their number.
    """

    parts: tuple[Part, ...] = ()
    authors: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
    signed: bool = False


def named(sentence: Text, file: str) -> Text:
    """Return a sentence about a file, with the file's name in it."""
    return Text(sentence.key, tuple(sorted((*sentence.values, ("file", file)))))


def letters(column: int) -> str:
    """Return what spreadsheets call the column with this number, counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def row_of(cells: list[str]) -> str:
    """Return a row of a table as Markdown writes it, on one line."""
    return "| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |"
