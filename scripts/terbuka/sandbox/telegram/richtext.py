"""The text of a message with its entities, as apps show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from terbuka.sandbox.player import Span

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "blockquote": "quote",
        "bold": "strong",
        "code": "code",
        "email": "mention",
        "expandable_blockquote": "quote",
        "hashtag": "hashtag",
        "italic": "em",
        "mention": "mention",
        "pre": "code",
        "spoiler": "spoiler",
        "strikethrough": "s",
        "underline": "u",
    }
)


def spans(words: str, entities: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Cut a text wherever an entity begins or ends; a run carries the marks of all that cover it."""
    content = words.encode("utf-16-le")
    bounds = {0, len(content) // 2}
    for one in entities:
        bounds |= {one["offset"], one["offset"] + one["length"]}
    edges = sorted(bounds)
    found = []
    for start, end in pairwise(edges):
        over = [one for one in entities if one["offset"] <= start and end <= one["offset"] + one["length"]]
        text = content[start * 2 : end * 2].decode("utf-16-le", errors="replace")
        marks = tuple(dict.fromkeys(MARKS[one["type"]] for one in over if one["type"] in MARKS))
        links = [one.get("url") or _text(content, one) for one in over if one["type"] in ("url", "text_link")]
        found.append(Span(text, href=links[0] if links else "", marks=marks))
    return tuple(span for span in found if span.text)


def _text(content: bytes, entity: Mapping[str, Any]) -> str:
    """Return the part of a text (in UTF-16) that an entity covers."""
    start = entity["offset"] * 2
    return content[start : start + entity["length"] * 2].decode("utf-16-le", errors="replace")
