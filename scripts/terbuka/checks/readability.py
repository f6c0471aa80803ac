"""How hard a text is to read, as a number that ranks texts of one language; it says nothing about schooling.

LIX (Björnsson 1968) is words a sentence plus long words in a hundred. It needs no syllables, and it ranks texts in
Indonesian sensibly: statutes 64 to 68, good prose on the web 50 to 56. English formulas do not: by them, every
Indonesian text is beyond any school.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.checks import markdown, paragraphs, sentences
from terbuka.checks.spans import Spans

LONG = 6
"""Letters; a longer word is a long word."""

HARDEST = {"id": 62, "en": 60}
"""LIX above which a text is very hard: in Indonesian, like a statute (measured); in English, Björnsson's mark."""

_UNREAD = re.compile(r"\]\([^()\s]{0,2000}\)|<[^<>\n]{0,2000}>|https?://\S+|\{[^{}\n]{0,200}\}")
_EDGES = ".,;:!?…()[]{}*_#>|+-–—/\\\"'“”‘’`~&"


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in a text.

    Attributes:
        words: how many words it has; headings and tables do not count.
        sentences: how many sentences; an item of a list is one.
        long: how many words are long.
        longest: where in the body the longest sentence begins, and how many words it has.
    """

    words: int
    sentences: int
    long: int
    longest: tuple[int, int]

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def share(self) -> float:
        """Long words in a hundred."""
        return 100 * self.long / self.words if self.words else 0.0

    @property
    def lix(self) -> float:
        """The number that ranks."""
        return self.mean + self.share


def measure(body: str) -> Measure:
    """Count what makes the Markdown text `body` hard to read."""
    words = long = count = 0
    longest = (0, 0)
    for start, lengths in _sentences(body):
        words += len(lengths)
        long += sum(length > LONG for length in lengths)
        count += 1
        longest = max(longest, (start, len(lengths)), key=lambda sentence: sentence[1])
    return Measure(words, count, long, longest)


def _sentences(body: str) -> Iterator[tuple[int, list[int]]]:
    """Yield where each sentence begins, and the lengths of its words."""
    text = markdown.prose(body)
    tables = (
        Spans((part.start, part.end) for part in paragraphs.of(body) if _is_row(part)) if "|" in text else None
    )
    starts = sentences.starts(text)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        said = text[start:end]
        if said.lstrip().startswith(("#", "--8<--")) or (tables and start in tables):
            continue
        if "](" in said or "<" in said or "://" in said or "{" in said:
            said = _UNREAD.sub(" ", said)
        lengths = [length for word in said.split() if (length := len(word.strip(_EDGES)))]
        if lengths:
            yield start + len(text[start:end]) - len(text[start:end].lstrip()), lengths


def _is_row(part: paragraphs.Paragraph) -> bool:
    return part.text.lstrip(" \t>").startswith("|")
