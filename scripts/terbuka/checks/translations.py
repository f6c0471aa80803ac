"""An original, its translation, and which part of the one is which part of the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from terbuka.checks import markdown, paragraphs
from terbuka.checks.paragraphs import Paragraph
from terbuka.checks.rule import Context
from terbuka.errors import Place
from terbuka.marked_yaml import KeyPath
from terbuka.words.document import Document

OWN = ("changes", "date", "hashtags", "order", "publish_at", "review_by", "social", "status")
"""Fields that each language has for itself."""

ADDRESSES = ("src", "url")
"""Fields anywhere that lead somewhere else in each language."""

_SHAPE = re.compile(r"[ \t>]*(?P<mark>#{1,6}(?=[ \t])|\||[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))?")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: a field, a paragraph, a section or the whole text.

    Attributes:
        text: its words and markup.
        place: where it begins.
        last: the line on which it ends.
        offset: where it begins in the body; None for a field.
    """

    text: str
    place: Place
    last: int
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """What says the same in two languages.

    Attributes:
        original: the part in the office's own language.
        translation: its counterpart.
        exact: paragraph by paragraph; otherwise the two are built differently, and are compared as wholes.
    """

    original: Part
    translation: Part
    exact: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and one translation."""

    original: Document
    translation: Document

    def twins(self) -> Iterator[Twin]:
        """Yield the parts that belong together, in the order of the translation."""
        yield from _fields(self)
        yield from _bodies(self)


def pairs(documents: Iterable[Document], context: Context) -> Iterator[Pair]:
    """Yield the translations among `documents` that can be read, each with its original."""
    for document in documents:
        if document.language == context.office.language or document.meta is None:
            continue
        original = context.library.translation(document, context.office.language)
        # A block that documents put in has no front matter and no address, and is compared where it is put in.
        if original and original.meta is not None:
            yield Pair(original, document)


def _fields(pair: Pair) -> Iterator[Twin]:
    """Yield the fields that both have, and that do not hold the same in both."""
    one, other = dict(_leaves(pair.original)), dict(_leaves(pair.translation))
    for keys, words in other.items():
        if keys in one and one[keys] != words:
            yield Twin(_field(pair.original, keys, one[keys]), _field(pair.translation, keys, words), exact=True)


def _leaves(document: Document) -> Iterator[tuple[KeyPath, str]]:
    queue: list[tuple[KeyPath, object]] = [((), document.front_matter.value)]
    while queue:
        keys, value = queue.pop(0)
        if isinstance(value, dict):
            skipped = ADDRESSES if keys else (*ADDRESSES, *OWN)
            queue.extend(((*keys, str(key)), item) for key, item in value.items() if key not in skipped)
        elif isinstance(value, list):
            queue.extend(((*keys, index), item) for index, item in enumerate(value))
        elif isinstance(value, str | int | float | date) and not isinstance(value, bool):
            yield keys, str(value)


def _field(document: Document, keys: KeyPath, words: str) -> Part:
    place = document.place(*keys)
    starts = sorted({mark.line for mark in document.front_matter.marks.values()})
    following = bisect_right(starts, place.line)
    last = starts[following] - 1 if following < len(starts) else document.body_line - 2
    return Part(words, place, max(place.line, last))


class _Body:
    """The text of a document, of which parts are taken."""

    def __init__(self, document: Document) -> None:
        self.sections = _sections(paragraphs.of(document.body))
        self._path, self._first = document.path, document.body_line
        self._text = markdown.prose(document.body)
        self._starts = [0, *(match.end() for match in re.finditer("\n", document.body))]

    @property
    def headings(self) -> list[str]:
        """The levels of the headings, in order."""
        return _shapes(section[0] for section in self.sections[1:])

    def join(self) -> None:
        """Make one section of all."""
        self.sections = [[item for section in self.sections for item in section]]

    def part(self, items: Sequence[Paragraph], end: int | None = None) -> Part:
        """Return paragraphs that follow each other, or all up to `end`, as one part."""
        start, last = items[0].start, items[-1].end
        row = bisect_right(self._starts, start) - 1
        place = Place(self._path, self._first + row, start - self._starts[row] + 1)
        below = bisect_right(self._starts, last if end is None else max(last, end - 1)) - 1
        return Part(self._text[start:last], place, self._first + below, start)

    def whole(self, index: int) -> Part:
        """Return a section with the empty lines below it."""
        following = self.sections[index + 1 : index + 2]
        return self.part(self.sections[index], following[0][0].start if following else len(self._text))


def _bodies(pair: Pair) -> Iterator[Twin]:
    one, other = _Body(pair.original), _Body(pair.translation)
    if one.headings != other.headings:
        one.join()
        other.join()
    for index, (ours, theirs) in enumerate(zip(one.sections, other.sections, strict=True)):
        if _shapes(ours) == _shapes(theirs):
            for item, counterpart in zip(ours, theirs, strict=True):
                yield Twin(one.part([item]), other.part([counterpart]), exact=True)
        elif ours and theirs:
            yield Twin(one.whole(index), other.whole(index), exact=False)


def _sections(items: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Return what stands above the first heading, and then each heading with what follows it."""
    found: list[list[Paragraph]] = [[]]
    for item in items:
        if _shape(item).startswith("#"):
            found.append([])
        found[-1].append(item)
    return found


def _shapes(items: Iterable[Paragraph]) -> list[str]:
    return [_shape(item) for item in items]


def _shape(item: Paragraph) -> str:
    """Return ``##`` for a heading, ``|`` for a row, ``-`` or ``1`` for an item, and ``""`` for a paragraph."""
    match = _SHAPE.match(item.text)
    mark = (match["mark"] or "") if match else ""
    return "1" if mark[:1].isdigit() else "-" if mark in ("*", "+") else mark
