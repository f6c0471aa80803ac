"""The paragraphs of a text: what belongs together for a reader who hears it."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from terbuka.checks import markdown

_BEGINS = re.compile(r"[ \t>]*+(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\||#{1,6}[ \t])")
_MARKS = frozenset("-*+|#")
_ALONE = re.compile(r"[ \t>]*+(?:\||#{1,6}[ \t])")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, an item of a list, a row of a table or a heading.

    Attributes:
        start: where it begins.
        end: where it ends, without the line break.
        text: its words and markup; code and comments are blanked out.
    """

    start: int
    end: int
    text: str


@lru_cache(maxsize=128)
def of(body: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `body` in order."""
    text = markdown.prose(body)
    found: list[Paragraph] = []
    start: int | None = None
    offset = 0

    def close(end: int) -> None:
        nonlocal start
        if start is not None:
            found.append(Paragraph(start, end, text[start:end]))
        start = None

    for line in text.split("\n"):
        bare = line.strip(" \t>")
        mark = bare[:1]
        if not bare or ((mark in _MARKS or mark.isdigit()) and _BEGINS.match(line)):
            close(max(offset - 1, 0))
        if start is None and bare:
            start = offset
        offset += len(line) + 1
        if mark in _MARKS and _ALONE.match(line):
            close(offset - 1)
    close(len(text))
    return tuple(found)


def index_at(paragraphs: Sequence[Paragraph], offset: int) -> int:
    """Return which of `paragraphs` holds `offset`, or the last one before it."""
    return max(0, bisect(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)
