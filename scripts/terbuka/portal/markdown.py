"""Words from elsewhere → Markdown that shows exactly these words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote, urlsplit

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_MARK = re.compile(r"[&<>|]|[\\`*_{}\[\]()#+\-.!]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# The one tag that writers may use says in which language a passage is; nothing in Markdown does (WCAG 2.2, 3.1.2).
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://|mailto:|span lang=\"[a-z]{2,3}\">|/span>)")

CODE = (
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^[ \t]*(?P=fence)[`~]*[ \t]*$"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
)
"""A block or a span of code, as a part of a regular expression with the flags MULTILINE and DOTALL."""

_ADDRESS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "<>\\\"'`*_[]()|")

_CODE = re.compile(CODE, re.MULTILINE | re.DOTALL)

SCHEMES = ("http", "https", "mailto", "tel")
"""What a link may begin with; anything else (``javascript:``, ``data:``) could run in the reader's browser."""


def escape(words: str) -> str:
    """Return Markdown that shows `words` as they are: no markup, no HTML, no table cell, on one line."""
    line = " ".join(words.split())
    return _MARK.sub(lambda mark: _ENTITIES.get(mark[0], f"\\{mark[0]}"), line)


def link(words: str, address: str) -> str:
    """Return a link that shows `words`; only the words if `address` has a scheme that is not allowed."""
    if not is_safe(address):
        return escape(words)
    return f"[{escape(words)}](<{quote(address, safe=_ADDRESS)}>)"


def is_safe(address: str) -> bool:
    """Tell whether `address` is relative, or has one of the allowed schemes."""
    try:
        return urlsplit(address.strip()).scheme.lower() in ("", *SCHEMES)
    except ValueError:
        return False


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table. `heads` are plain words; the cells of `rows` are Markdown already."""
    lines = [[escape(head) for head in heads], ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def without_html(source: str) -> str:
    """Return Markdown without comments and with tags shown as text; code is left alone.

    Comments hold what writers tell the checks; an accepted answer may quote what a citizen typed.
    """
    return outside_code(source, lambda part: _TAG.sub("&lt;", _COMMENT.sub("", part)))


def outside_code(source: str, change: Callable[[str], str]) -> str:
    """Return `source` with `change` made to everything that is not code."""
    pieces: list[str] = []
    end = 0
    for match in _CODE.finditer(source):
        pieces += (change(source[end : match.start()]), match[0])
        end = match.end()
    return "".join((*pieces, change(source[end:])))
