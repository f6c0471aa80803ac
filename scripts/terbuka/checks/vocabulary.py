"""The set of words in a text, worked out once, so that a rule can pass over texts that cannot concern it."""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNS = re.compile(r"[^\x00-\x7f](?<!\w)")
"""Signs beyond ASCII, such as dashes and curly quotation marks."""

_BLANKS = bytes(byte if re.match(r"\w|[^\x00-\x7f]", chr(byte)) else ord(" ") for byte in range(256))
"""Bytes of UTF-8 as they are; those of ASCII that are in no word become blanks."""


@lru_cache(maxsize=64)
def vocabulary(words: str) -> frozenset[str]:
    r"""Return the words of a text in lower case, without hyphens: ``di-PHK`` is ``di`` and ``phk``.

    These are what the expression ``\w+`` finds, in a third of its time: nearly every rule asks for them.
    """
    lower = _without_signs(_without_signs(words).lower())  # some capitals become a letter and a sign
    blanked = lower.encode(errors="surrogatepass").translate(_BLANKS)
    return frozenset(blanked.decode(errors="surrogatepass").split())


def _without_signs(words: str) -> str:
    return words if words.isascii() else _SIGNS.sub(" ", words)


def mentions(words: str, triggers: frozenset[str]) -> bool:
    """Tell whether one of `triggers` (lower case, no hyphens) is a word of the text."""
    return not triggers.isdisjoint(vocabulary(words))
