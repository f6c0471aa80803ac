"""How hard a text is to read, as a number that ranks texts of one language; it says nothing about schooling.

LIX (Björnsson 1968) is words a sentence plus long words in a hundred. It needs no syllables, and it ranks texts in
Indonesian sensibly: statutes 64 to 68, good prose on the web 50 to 56. English formulas do not: by them, every
Indonesian text is beyond any school.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from terbuka.checks import markdown, paragraphs, sentences
from terbuka.checks.spans import Spans

LONG = 6
"""Letters; a longer word is a long word."""

HARDEST = {"id": 62, "en": 60}
"""LIX above which a text is very hard: in Indonesian, like a statute (measured); in English, Björnsson's mark."""

# What it may begin with stands first, because such expressions are found fastest.
_UNREAD = re.compile(
    r"[\]<h{](?:(?<=\])\([^()\s]{0,2000}\)|(?<=<)[^<>\n]{0,2000}>|(?<=h)ttps?://\S+|(?<=\{)[^{}\n]{0,200}\})"
)
_EDGES = ".,;:!?…()[]{}*_#>|+-–—/\\\"'“”‘’`~&"
_MARKS = frozenset([*_EDGES, "---", "***", "…"])


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
    for start, said in _sentences(body):
        found = len(said) - sum(map(_MARKS.__contains__, said))
        if found:
            count += 1
            words += found
            # Marks at its edges make a word longer, never shorter.
            long += len([word for word in said if len(word) > LONG and len(word.strip(_EDGES)) > LONG])
            longest = (start, found) if found > longest[1] else longest
    return Measure(words, count, long, longest)


def _sentences(body: str) -> Iterator[tuple[int, list[str]]]:
    """Yield where each sentence begins, and its words with the marks at their edges."""
    text = markdown.prose(body)
    tables = (
        Spans((part.start, part.end) for part in paragraphs.of(body) if _is_row(part)) if "|" in text else None
    )
    starts = sentences.starts(text)
    for start, end in pairwise((*starts, len(text))):
        said = text[start:end]
        shown = said.lstrip()
        if shown.startswith(("#", "--8<--")) or (tables and start in tables):
            continue
        if "](" in said or "<" in said or "://" in said or "{" in said:
            shown = _UNREAD.sub(" ", shown)
        yield end - len(said.lstrip()), shown.split()


def _is_row(part: paragraphs.Paragraph) -> bool:
    return part.text.lstrip(" \t>").startswith("|")
