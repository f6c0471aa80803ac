"""What the office says in a document, as one text: title, summary, other fields in its own words, posts, and body.

Quoted claims, questions of citizens and the titles of sources are not among it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbuka.checks import markdown, of_document, vocabulary, written
from terbuka.errors import Place
from terbuka.marked_yaml import KeyPath
from terbuka.words.document import Document
from terbuka.words.kinds.kampanye import Campaign
from terbuka.words.kinds.kebijakan import Explainer
from terbuka.words.kinds.klarifikasi import Clarification

_BREAK = re.compile(r"\n(?<!\n\n)(?![ \t]*(?:\n|[-*+>#|]|!!!|\d{1,3}[.)]\s|\Z))")
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Speech:
    """One text made of all that the office says in a document.

    Attributes:
        words: the fields and the body, with an empty line between any two; code and comments are blanked out,
            and a line break inside a paragraph is a space.
        body: where the body begins in `words`.
        document: whose words they are.
        fields: where each field begins in `words`, and its keys.
    """

    words: str
    body: int
    document: Document
    fields: tuple[tuple[int, KeyPath], ...]

    def place(self, offset: int) -> Place:
        """Return where the character `offset` of `words` stands; in the front matter, where its field stands."""
        if offset < self.body:
            index = bisect_right(self.fields, offset, key=lambda field: field[0]) - 1
            return self.document.place(*self.fields[index][1])
        before = _line_starts(self.document.body)
        line = bisect_right(before, offset - self.body) - 1
        return Place(self.document.path, self.document.body_line + line, offset - self.body - before[line] + 1)


@of_document.once
def of(document: Document) -> Speech:
    """Return what the office says in `document`; of a document with a broken front matter, the body."""
    parts: list[str] = []
    fields: list[tuple[int, KeyPath]] = []
    length = 0
    for keys, words in _fields(document):
        fields.append((length, keys))
        parts.append(words)
        length += len(words) + len(_BETWEEN)
    parts.append(markdown.prose(document.body))
    words = _BREAK.sub(" ", _BETWEEN.join(parts).replace("\u00a0", " "))
    vocabulary.join(words, parts)
    return Speech(words, length, document, tuple(fields))


@lru_cache(maxsize=64)
def _line_starts(body: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer("\n", body)))


def _fields(document: Document) -> Iterator[tuple[KeyPath, str]]:
    meta = document.meta
    if meta is None:
        return
    yield ("title",), meta.title
    yield ("summary",), meta.summary
    if isinstance(meta, Clarification):
        yield ("fact",), meta.fact
        yield ("advice",), meta.advice
    elif isinstance(meta, Explainer):
        yield ("affects",), meta.affects
    elif isinstance(meta, Campaign):
        yield ("goal",), meta.goal
        yield ("audience",), meta.audience
    if meta.image is not None:
        yield ("image", "alt"), meta.image.alt
        if meta.image.caption:
            yield ("image", "caption"), meta.image.caption
    if meta.hashtags:
        yield ("hashtags",), " ".join(f"#{tag}" for tag in meta.hashtags)
    for index, change in enumerate(meta.changes):
        yield ("changes", index, "note"), change.note
    for post in written.posts(document):
        yield post.keys, post.words
