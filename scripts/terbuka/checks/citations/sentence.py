"""The sentences of a text, by offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

WIDEST = 600
"""Characters on either side of what a sentence is asked about."""

_END = re.compile(r"[.!?][)”\"]?\s+(?=[A-Z“\"(*\[])|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+|>#]|\d+\.)\s?)")
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nos|jo|Jo|dr|Dr|Drs|Ir|hlm|dkk|Psl|Ps|PT|St|Prof|Mr)|s\.d)$")


@lru_cache(maxsize=64)
def starts(words: str) -> tuple[int, ...]:
    """Return where each sentence begins, the first at 0."""
    ends = (
        match
        for match in _END.finditer(words)
        if words[match.start()] != "." or not _ABBREVIATION.search(words, max(0, match.start() - 6), match.start())
    )
    return (0, *(match.end() for match in ends))


def around(words: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins that holds `start`, and where the one ends that holds `end`.

    What is further away than `WIDEST` is not looked at: a list without a full stop is no sentence.
    """
    places = starts(words)
    after = bisect_right(places, max(start, end - 1))
    first = places[bisect_right(places, start) - 1]
    last = places[after] if after < len(places) else len(words)
    return max(first, start - WIDEST), min(last, end + WIDEST)
