"""A text and what all finders want to know of it, each worked out once and only when somebody asks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from terbuka.checks import of_document
from terbuka.checks.personal_numbers import labels
from terbuka.checks.personal_numbers.labels import Label
from terbuka.errors import Place
from terbuka.words.document import Document

GAP = r"[ \t\u00a0.\u2010-\u2013-]"
"""What people put between the groups of a number."""

MASK = "*xX•●█"
"""What people cover digits with."""

SHORTEST = 9
"""Digits, covered ones included, of the shortest number that any finder looks for in a run."""

# The digit stands first because such expressions are found fastest; then: no digit before it, and no date begins.
_RUN = re.compile(
    r"[0-9](?<![0-9][0-9])(?!(?:(?<=1)9|(?<=2)0)\d\d-[01]\d-[0-3]\d(?!\d))"
    rf"(?:[ \t\u00a0.\u2010-\u2013()/\\-]{{0,3}}+[0-9{MASK}]){{{SHORTEST - 1},}}+"
)
_PART_OF_WORD = re.compile(r"[0-9]{1,2}[ \t\u00a0]+(?=[0-9])")
"""The digits of a word such as B1 or NPWP16, before the number itself."""

_BLANK = re.compile(r"\n[ \t]*+(?=\n)")

BEFORE, AFTER, ABOVE, BELOW = 120, 50, 300, 130
"""Characters in which a label may stand: on the same line, and in the same paragraph."""

_HEADER_ROWS = 8
"""Rows at the top of a table in which its columns are named; sheets have titles above."""


@dataclass(frozen=True, slots=True)
class Run:
    """A row of digits with gaps between them.

    Attributes:
        start: where it begins.
        end: where it ends.
        digits: its digits without the gaps, covered ones as ``*``.
    """

    start: int
    end: int
    digits: str


class Page:
    """A text in which finders look for numbers.

    Args:
        text: any text; tables stand in it as Markdown writes them.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._columns: dict[tuple[int, int], Label | None] = {}
        self._heads: dict[int, Sequence[str]] = {}
        self._known: dict[int, Sequence[tuple[int, int, Label]]] = {}

    @cached_property
    def lower(self) -> str:
        """The text in lower case, to ask whether a word is in it; offsets may differ."""
        return self.text.lower()

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs that are long enough for a number of a person."""
        return tuple(self._find_runs())

    def _find_runs(self) -> Iterator[Run]:
        for match in _RUN.finditer(self.text):
            start = match.start()
            if self.text[start - 1 : start].isalpha():
                part_of_word = _PART_OF_WORD.match(self.text, start)
                start = part_of_word.end() if part_of_word else start
            digits = re.sub(f"[{MASK}]", "*", re.sub(f"[^0-9{MASK}]", "", self.text[start : match.end()]))
            yield Run(start, match.end(), digits)

    def matches(self, pattern: re.Pattern[str], behind: int = 0) -> Iterator[re.Match[str]]:
        """Yield where `pattern` matches within the runs, or up to `behind` characters before one."""
        done = 0
        for run in self.runs:
            for match in pattern.finditer(self.text, max(run.start - behind, done), run.end + 3):
                done = match.end()
                yield match

    def label(self, start: int, end: int) -> Label | None:
        """Return what the number from `start` to `end` is called nearby: its column, its line, its paragraph."""
        first, last = self._line(start)
        column = self._column(first, start) if self.text[first : first + 1] == "|" else None
        if column:
            return column
        near = self._near(start)
        before = [item for item in near if item[1] <= start]
        after = [item for item in near if item[0] >= end]
        if before and before[-1][0] >= max(first, start - BEFORE):
            return before[-1][2]
        if after and after[0][1] <= min(last, end + AFTER):
            return after[0][2]
        return next((item[2] for item in (*before[-1:], *after[:1])), None)

    def labels_before(self, start: int) -> frozenset[Label]:
        """Return every label on the same line before `start`."""
        first, _ = self._line(start)
        return frozenset(item[2] for item in self._near(start) if first <= item[0] and item[1] <= start)

    def place(self, path: PurePosixPath, offset: int) -> Place:
        """Return where the character `offset` stands, this text being the file `path`."""
        line = bisect_right(self._lines, offset)
        return Place(path, line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _blocks(self) -> list[int]:
        return [0, *(match.end() + 1 for match in _BLANK.finditer(self.text))]

    def _near(self, start: int) -> Sequence[tuple[int, int, Label]]:
        """Return the labels around `start` in its paragraph: where each begins and ends, and what it says."""
        if start not in self._known:
            top, bottom = self._block(start)
            found = labels.find(self.text, max(top, start - ABOVE), min(bottom, start + BELOW))
            self._known[start] = [(match.start(), match.end(), labels.of(match)) for match in found]
        return self._known[start]

    def _line(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._lines, offset)
        return self._lines[index - 1], self._lines[index] if index < len(self._lines) else len(self.text)

    def _block(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._blocks, offset)
        return self._blocks[index - 1], self._blocks[index] if index < len(self._blocks) else len(self.text)

    def head(self, offset: int) -> tuple[Sequence[str], int]:
        """Return the cells of the first row of the table around `offset`, and which of them heads its column.

        There are no cells if `offset` is not in a table.
        """
        line, _ = self._line(offset)
        if self.text[line : line + 1] != "|":
            return (), 0
        top, _ = self._block(line)
        if top not in self._heads:
            self._heads[top] = self.text[top : self._line(top)[1]][:4000].split("|")
        return self._heads[top], self.text.count("|", line, min(offset, line + 4000))

    def _column(self, line: int, offset: int) -> Label | None:
        """Return what the head of the table calls the column in which `offset` stands."""
        number = self.text.count("|", line, min(offset, line + 4000))
        top, _ = self._block(line)
        key = (top, number)
        if key not in self._columns:
            self._columns[key] = self._head(top, number)
        return self._columns[key]

    def _head(self, top: int, number: int) -> Label | None:
        first = bisect_left(self._lines, top)
        for start in self._lines[first : first + _HEADER_ROWS]:
            cells = self.text[start : self._line(start)[1]][:4000].split("|")
            match = next(labels.find(cells[number], 0, len(cells[number])), None) if number < len(cells) else None
            if match:
                return labels.of(match)
        return None


@of_document.once
def of(document: Document) -> Page:
    """Return the whole file of `document`: text, code, comments and front matter."""
    return Page(document.written)
