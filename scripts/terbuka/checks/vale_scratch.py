"""What Vale reads instead of the documents themselves, and the way back from its places to ours.

Vale could read documents as they stand, but one broken front matter ends its whole run, it gives wrong
places in folded YAML values, and anybody could switch it off with a comment of Vale's own, without a
reason. So each document becomes a scratch file: the sentences of its front matter, one paragraph each,
then its body, line for line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbuka.errors import Place
from terbuka.marked_yaml import KeyPath
from terbuka.words import include
from terbuka.words.document import Document

SENTENCES = frozenset(["title", "summary", "affects", "claim", "fact", "advice", "question", "goal", "audience"])
"""Keys at the top of the front matter whose values are sentences of ours."""

INNER_SENTENCES = frozenset(
    {("image", "alt"), ("image", "caption"), ("changes", "note"), ("spending", "item"), ("results", "measure")}
)
"""The same further down; numbers of list items left out."""

_OWN_COMMENT = re.compile(r"(<!--\s*)vale(?=\b)")
_ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?)(?= )", re.MULTILINE)
_INDENT = "    "

_NO_WORDS = re.compile(r"[^\w\s|:=+-]{41,}")
"""Signs in a row, of which no text has so many; Vale takes a hundred times as long for ten times as many.

Those of lines and tables are left: they are as long as the table is wide.
"""

_NESTED = re.compile(r"^(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+){11,}", re.MULTILINE)
"""Lists in lists and quotations in quotations, deeper than anybody goes; Vale is as slow on them."""

_OPENING = re.compile(r"\A(?:[`~+-]{3,}|\[)+")
"""Signs that would begin code, a front matter or the target of a link."""

_BORDER = "<!-- -->\n\n"
"""Ends a list above it, and keeps a line below it from beginning a front matter."""


@dataclass(frozen=True, slots=True)
class Scratch:
    """What Vale reads instead of a document: the sentences of its front matter, then its body.

    Attributes:
        document: whose.
        text: the scratch file.
        fields: the sentences, from the first line on.
        above: how many lines stand above the body.
        shifts: by how many characters each line of the body was moved to the left.
    """

    document: Document
    text: str
    fields: Fields
    above: int
    shifts: tuple[int, ...]

    def place(self, line: int, column: int, match: str) -> Place:
        """Return where Vale's `line` and `column` are in the document; `match` is what stands there."""
        index = line - 1 - self.above
        if index < 0:
            return self.fields.place(line, column, match)
        rows = _rows(self.document.body)
        if index >= len(rows):
            return Place(self.document.path, self.document.body_line)
        column += self.shifts[index]
        if not rows[index].startswith(match, column - 1):  # Vale searches, and may take the wrong one
            found = rows[index].find(match)
            column = found + 1 if found >= 0 else min(column, len(rows[index]) + 1)
        return Place(self.document.path, self.document.body_line + index, column)


def of(document: Document) -> Scratch:
    """Return what Vale reads instead of `document`."""
    sentences = fields(document)
    above = f"{sentences.text}{_BORDER}"
    flat, shifts = _unfolded(document.body)
    plain = _OWN_COMMENT.sub(r"\1note", include.MARK.sub("", flat))
    plain = _NO_WORDS.sub(_blank, _NESTED.sub(_blank, plain))
    return Scratch(document, above + plain, sentences, above.count("\n"), shifts)


@lru_cache(maxsize=8)
def _rows(written: str) -> list[str]:
    """Return the lines of a text; kept, because a bad text may have thousands of findings."""
    return written.split("\n")


def _unfolded(words: str) -> tuple[str, tuple[int, ...]]:
    """Return `words` with what stands in boxes moved to the left, and how far each line was moved."""
    if not _ADMONITION.search(words):
        return words, (0,) * (words.count("\n") + 1)
    rows: list[str] = []
    shifts: list[int] = []
    inside = False
    for row in words.split("\n"):
        if _ADMONITION.match(row):
            inside = True
        elif row.strip() and not row.startswith(_INDENT):
            inside = False
        shift = len(_INDENT) if inside and row.startswith(_INDENT) else 0
        moved = row[shift:]
        rows.append(_ADMONITION.sub(lambda match: "#" * len(match[0]), moved, count=1))
        shifts.append(shift)
    return "\n".join(rows), tuple(shifts)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _harmless(value: str) -> str:
    """Return `value`, a sentence and no Markdown, so that it cannot hide what stands below it."""
    return _OPENING.sub("", _NO_WORDS.sub(_blank, value)).replace("<", "‹")


@dataclass(frozen=True, slots=True)
class Fields:
    """The sentences of a front matter for Vale.

    Attributes:
        document: whose.
        values: the sentences and their keys; the one with index i is line 2i + 1 of the scratch file.
    """

    document: Document
    values: tuple[tuple[KeyPath, str], ...]

    @property
    def text(self) -> str:
        """The lines of the scratch file that they take."""
        return "".join(f"{_harmless(value)}\n\n" for _, value in self.values)

    def place(self, line: int, column: int, match: str) -> Place:
        """Return where Vale's `line` and `column` are in the document; `match` is what stands there."""
        keys, value = self.values[(line - 1) // 2]
        start = self.document.place(*keys)
        count = value.count(match, 0, column - 1)
        for number, row, first in self._rows(keys, start):
            position = row.find(match, first)
            while position >= 0 and count > 0:
                position, count = row.find(match, position + 1), count - 1
            if position >= 0:
                return Place(start.path, number, position + 1)
        return start

    def _rows(self, keys: KeyPath, start: Place) -> Iterator[tuple[int, str, int]]:
        """Yield the lines of a value: number, the line up to its end, and where it begins there."""
        after = [mark for mark in self.document.front_matter.marks.values() if mark > start]
        last = min(after) if after else Place(start.path, self.document.body_line)
        name = len(keys[-1]) if isinstance(keys[-1], str) else 0
        lines = _rows(self.document.header)
        for number in range(start.line, last.line + 1):
            row = lines[number - 1]
            end = last.column - 1 if number == last.line else len(row)
            yield number, row[:end], start.column - 1 + name if number == start.line else 0


def fields(document: Document) -> Fields:
    """Return the sentences of the front matter of `document`."""
    return Fields(document, sentences(document))


def sentences(document: Document) -> tuple[tuple[KeyPath, str], ...]:
    """Return the sentences of the front matter of `document`, each on one line, and their keys."""
    found = _sentences(document.front_matter.value, ())
    return tuple((keys, " ".join(value.split())) for keys, value in found)


def _sentences(value: object, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _sentences(inner, (*keys, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _sentences(inner, (*keys, index))
    elif isinstance(value, str) and _is_ours(keys) and value.strip():
        yield keys, value


def _is_ours(keys: KeyPath) -> bool:
    names = tuple(key for key in keys if isinstance(key, str))
    return names[:1] == ("social",) or names in INNER_SENTENCES or (len(names) == 1 and names[0] in SENTENCES)
