"""What the server finds in a text by itself: links, hashtags, mentions and mail addresses."""

from __future__ import annotations

import re

from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram.markup import units

_FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s<>]+[^\s<>.,:;!?\"'()\[\]…»”])"
    r"|(?<![\w/&#])(?P<hashtag>#\w*[^\W\d_]\w*)"
    r"|(?<![\w/&@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
)
_SOLID = ("code", "pre", "text_link")
"""Within these nothing is looked for."""


def with_found(text: str, given: list[Record]) -> list[Record]:
    """Return the entities of a message: those given, and those found outside code and links."""
    taken = [(one["offset"], one["offset"] + one["length"]) for one in given if one["type"] in _SOLID]
    found: list[Record] = []
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or ""
        start, length = units(text[: match.start(kind)]), units(match[kind])
        if all(start + length <= begin or start >= end for begin, end in taken):
            found.append({"offset": start, "length": length, "type": kind})
    return sorted([*given, *found], key=lambda one: (one["offset"], -one["length"]))
