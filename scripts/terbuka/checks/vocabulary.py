"""The set of words in a text, worked out once, so that a rule can pass over texts that cannot concern it."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=64)
def vocabulary(words: str) -> frozenset[str]:
    """Return the words of a text in lower case, without hyphens: ``di-PHK`` is ``di`` and ``phk``."""
    return frozenset(_WORD.findall(words.lower()))


def mentions(words: str, triggers: frozenset[str]) -> bool:
    """Tell whether one of `triggers` (lower case, no hyphens) is a word of the text."""
    return not triggers.isdisjoint(vocabulary(words))
