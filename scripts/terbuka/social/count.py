"""How platforms count. Each function names the source of its rule."""

from __future__ import annotations

import regex

_GRAPHEME = regex.compile(r"\X")
_URL = regex.compile(r"https?://[^\s<>\"]+")
_REMOTE_MENTION = regex.compile(r"(?<![\w/])@(\w[\w.-]*)@[\w.-]+\w")


def graphemes(words: str) -> int:
    """Return how many characters a person sees (Unicode UAX 29, extended grapheme clusters)."""
    return sum(1 for _ in _GRAPHEME.finditer(words))


def mastodon(words: str, link_length: int) -> int:
    """Count as Mastodon does: graphemes; a link costs `link_length`, a remote mention only its @name.

    Source: StatusLengthValidator of Mastodon. A bare domain without http(s):// is not discounted.
    """
    shortened = _URL.sub("x" * link_length, words)
    return graphemes(_REMOTE_MENTION.sub(r"@\1", shortened))


def utf16(words: str) -> int:
    """Count UTF-16 code units, as Telegram measures messages and entities (Bot API, MessageEntity)."""
    return len(words.encode("utf-16-le")) // 2


def utf8(words: str) -> int:
    """Count bytes in UTF-8, as atproto does for facets and maxLength (lexicon app.bsky.feed.post)."""
    return len(words.encode())


def cut(words: str, most: int) -> str:
    """Return `words` in at most `most` graphemes, cut at a word and marked with an ellipsis."""
    if graphemes(words) <= most:
        return words
    if most < 1:
        return ""
    seen = _GRAPHEME.findall(words)[: most - 1]
    kept = "".join(seen)
    at_word = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return at_word.rstrip(" ,;:.–-") + "…"
