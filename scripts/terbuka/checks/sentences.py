"""The sentences of a text, by offsets; a heading, an item of a list and a cell of a table are sentences, too."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

# What an end may begin with stands first, because such expressions are found fastest.
_END = re.compile(
    r"[.!?…\n|](?:(?<=[.!?…])[)\]”’\"'*_]{0,4}\s+(?=[A-Z0-9“‘\"'(*\[_])"
    r"|(?<=\n)(?:[ \t]*\n|(?=[ \t]*(?:[-*+>#]\s|!!!|\d{1,3}[.)]\s)))|(?<=\|))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|jo|Jo|Dr|dr|Drs|Dra|drg|Ir|H|Hj|Prof|KH|Ust|hlm|dkk|Jl|Jln|Gg|Psl|Ps|PT|St|Sdr|Sdri|Tn|Ny"
    r"|Nn|Bpk|Mr|Mrs|Ms)|\b[A-Z]|[a-z]\.[a-z])\Z"
)
_LOOK_BACK = 6
_LONGEST = 4
"""Letters of the longest abbreviation."""

REACH = 250
"""Characters on either side of a place beyond which no sentence is followed, so that time stays linear."""

OF_LAWS = 600
"""The same for sentences that cite laws, whose titles are long."""


@lru_cache(maxsize=64)
def starts(words: str) -> tuple[int, ...]:
    """Return where each sentence begins, the first at 0."""
    ends = (
        match
        for match in _END.finditer(words)
        if words[match.start()] != "." or not _abbreviated(words, match.start())
    )
    return (0, *(match.end() for match in ends))


def _abbreviated(words: str, stop: int) -> bool:
    """Tell whether the full stop at `stop` only shortens the word before it."""
    before = words[max(0, stop - _LONGEST - 1) : stop]
    if len(before) > _LONGEST and before.isalpha():  # most sentences end with a longer word
        return False
    return _ABBREVIATION.search(words[max(0, stop - _LOOK_BACK) : stop]) is not None


def around(words: str, start: int, end: int, reach: int = REACH) -> tuple[int, int]:
    """Return where the sentence begins that holds `start`, and where the one ends that holds `end`.

    What is more than `reach` characters away is not looked at: a list without a full stop is no sentence.
    """
    places = starts(words)
    after = bisect_right(places, max(start, end - 1))
    first = places[bisect_right(places, start) - 1]
    last = places[after] if after < len(places) else len(words)
    return max(first, start - reach), min(last, end + reach)


def at(words: str, start: int, end: int) -> str:
    """Return the words of the sentence around ``words[start:end]``."""
    first, last = around(words, start, end)
    return words[first:last]
