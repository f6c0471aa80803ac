"""How platforms count. Each function names the source of its rule."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_GRAPHEME = regex.compile(r"\X")
_SPACE = regex.compile(r"\s+")

_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?"
_LAST_LABELS = r"[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.(?:xn--[a-z0-9-]+|\p{L}{2,63})"
_INSIDE = r"[^\p{White_Space}<>()?]"
_BRACKETS = rf"\({_INSIDE}+\)|\({_INSIDE}*\({_INSIDE}+\){_INSIDE}*\)"
_PATH_END = r"[^\p{White_Space}()?!*\"'「」<>;:=,.$%\[\]~&|@]"
_QUERY = r"[a-z0-9!?*'();:&=+$/%#\[\]._,~|@^\u00a0-\U0010fffd-]"
_QUERY_END = r"[a-z0-9_&=#/\u00a0-\U0010fffd-]"
_LINK = regex.compile(
    rf"(?<![a-z0-9@＠$#＃])https?://(?:{_LABEL}\.)*{_LAST_LABELS}(?![a-z0-9@+_-])(?::\d+)?"
    rf"(?:/(?:(?:{_INSIDE}|{_BRACKETS})*(?:{_PATH_END}|{_BRACKETS}))?)?(?:\?{_QUERY}*{_QUERY_END})?",
    regex.IGNORECASE,
)
_REMOTE_MENTION = regex.compile(r"(?<![=/\w])(@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@\w+(?:[.-]+\w+)*", regex.IGNORECASE)


def graphemes(words: str) -> int:
    """Return how many characters a person sees (Unicode UAX 29, extended grapheme clusters)."""
    return sum(1 for _ in _GRAPHEME.finditer(words))


def links(words: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each web address, without the punctuation after it.

    Source: twitter-text (Apache-2.0, conformance/extract.yml) as Mastodon changes it in
    config/initializers/twitter_regex.rb. A bare domain is none. One thing is wider here: any two letters may be
    a top-level domain, where Mastodon has the list of those that exist.
    """
    for found in _LINK.finditer(words):
        yield found.span()


def mastodon(words: str, link_length: int) -> int:
    """Count as Mastodon does: graphemes; a link costs `link_length`, a remote mention only its @name.

    Source: Mastodon's StatusLengthValidator, and Account::MENTION_RE.
    """
    return graphemes(short_mentions(_LINK.sub("x" * link_length, words)))


def short_mentions(words: str) -> str:
    """Return `words` with ``@name@server`` as ``@name``: as Mastodon counts and shows it."""
    return str(_REMOTE_MENTION.sub(r"\1", words))


def utf16(words: str) -> int:
    """Count UTF-16 code units, as Telegram measures messages and entities (Bot API, MessageEntity)."""
    return len(words.encode("utf-16-le")) // 2


def utf8(words: str) -> int:
    """Count bytes in UTF-8, as atproto does for facets and maxLength (lexicon app.bsky.feed.post)."""
    return len(words.encode())


def cut(words: str, most: int) -> str:
    """Return `words` in at most `most` graphemes, cut at a word and marked with an ellipsis."""
    seen = _GRAPHEME.findall(words)
    if len(seen) <= most:
        return words
    if most < 1:
        return ""
    kept = "".join(seen[: most - 1])
    if not seen[most - 1].isspace():  # the cut is inside a word: leave the word out, unless it is the only one
        spaces = list(_SPACE.finditer(kept))
        kept = kept[: spaces[-1].start()] if spaces else kept
    return kept.rstrip(" \n,;:.–-") + "…"
