"""The set of words in a text, worked out once, so that a rule can pass over texts that cannot concern it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_SIGNS = re.compile(r"[^\x00-\x7f](?<!\w)")
"""Signs beyond ASCII, such as dashes and curly quotation marks."""

_BLANKS = bytes(byte if re.match(r"\w|[^\x00-\x7f]", chr(byte)) else ord(" ") for byte in range(256))
"""Bytes of UTF-8 as they are; those of ASCII that are in no word become blanks."""

_PARTS: dict[str, Sequence[str]] = {}
"""What a text is made of, while its vocabulary is worked out."""


@lru_cache(maxsize=64)
def vocabulary(words: str) -> frozenset[str]:
    r"""Return the words of a text in lower case, without hyphens: ``di-PHK`` is ``di`` and ``phk``.

    These are what the expression ``\w+`` finds, in a third of its time: nearly every rule asks for them.
    """
    parts = _PARTS.get(words)
    if parts:
        return frozenset().union(*map(vocabulary, parts))
    lower = _without_signs(_without_signs(words).lower())  # some capitals become a letter and a sign
    blanked = lower.encode(errors="surrogatepass").translate(_BLANKS)
    return frozenset(blanked.decode(errors="surrogatepass").split())


def _without_signs(words: str) -> str:
    return words if words.isascii() else _SIGNS.sub(" ", words)


def join(words: str, parts: Sequence[str]) -> None:
    """Work out the vocabulary of `words` from that of `parts`, of which it is made with blanks between them.

    A document's words are needed as a whole and together with its title: nobody should look for them twice.
    """
    if len(parts) > 1:
        _PARTS[words] = parts
        vocabulary(words)
        _PARTS.pop(words, None)


def mentions(words: str, triggers: frozenset[str]) -> bool:
    """Tell whether one of `triggers` (lower case, no hyphens) is a word of the text."""
    return not triggers.isdisjoint(vocabulary(words))
