"""Emoji in a text, as people see them: one with a skin colour, or a family, is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMOJI = (
    r"[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}"
    r"|(?![\u00A9\u00AE\u2122])(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|[\U0001F300-\U0001FAFF])"
    r"\p{Emoji_Modifier}?(?:\u200D\p{Emoji}\uFE0F?\p{Emoji_Modifier}?){0,6}"
)
_LETTERS = r"[\U0001D400-\U0001D7FF\u24B6-\u24E9\uFF21-\uFF5A\U0001F130-\U0001F189]{3,}"
_ANY = re.compile("[\ufe0f\u20e3\u231a-\u2bff\uff21-\uff5a\U0001d400-\U0001d7ff\U0001f000-\U0001faff]")

# In UTF-8, where one byte is found much faster than a character in a range.
_BYTES = re.compile(rb"\xe2[\x83-\xaf]")
_WIDE = re.compile(rb"\xef[\xb8\xbc\xbd]")


def possible(words: str) -> bool:
    """Tell whether `words` may hold an emoji or letters in fancy dress; dashes and curly quotes are neither."""
    if words.isascii():
        return False
    stored = words.encode("utf-8", "replace")
    may = b"\xf0" in stored or _BYTES.search(stored) or _WIDE.search(stored)
    return bool(may) and _ANY.search(words) is not None


def find(words: str) -> list[tuple[int, int]]:
    """Return start and end of each emoji in `words`."""
    return list(_spans(_EMOJI, words)) if possible(words) else []


def disguised(words: str) -> list[tuple[int, int]]:
    """Return start and end of letters in fancy dress: mathematical, circled or full-width ones as a typeface."""
    return list(_spans(_LETTERS, words)) if possible(words) else []


def _spans(expression: str, words: str) -> Iterator[tuple[int, int]]:
    import regex  # noqa: PLC0415  few texts need it; nobody else waits for it

    return (match.span() for match in regex.finditer(expression, words))
