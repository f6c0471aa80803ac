"""How far two titles are apart."""

from __future__ import annotations

import re

LONGEST = 300
"""Characters that are compared; the cost grows with the square."""

_WORD = re.compile(r"\w+")


def tokens(words: str) -> list[str]:
    """Return the words in lower case, without punctuation."""
    return _WORD.findall(words.lower())


def plain(words: str) -> str:
    """Return `words` as titles are compared: in lower case, without punctuation, single spaces."""
    return " ".join(tokens(words))


def edits(one: str, other: str, most: int) -> int:
    """Return how many letters must be changed, added or left out; `most` + 1 if they are more than `most`."""
    one, other = one[:LONGEST], other[:LONGEST]
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, start=1):
        above, row[0] = row[0], index
        for column, against in enumerate(other, start=1):
            cost = min(row[column] + 1, row[column - 1] + 1, above + (letter != against))
            above, row[column] = row[column], cost
        if min(row) > most:
            return most + 1
    return row[-1]
