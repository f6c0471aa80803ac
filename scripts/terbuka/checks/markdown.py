"""What rules need to know of Markdown: where code and comments stand, links, pictures, headings.

Masked text keeps its length and its line breaks, so that offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ \t]*(?P=fence)[`~]*[ \t]*$", re.M | re.S)
_CODE_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TEXT = r"\[(?P<text>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\](?:\([^()\n]*\))?)*)\]"
_ADDRESS = r"(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))"
_TARGET = rf"\(\s*{_ADDRESS}(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_INLINE = re.compile(rf"(?P<image>!?)(?<!\\){_TEXT}{_TARGET}")
_REFERENCE = re.compile(rf"(?P<image>!?)(?<!\\){_TEXT}\[(?P<label>[^\[\]^]*)\]")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*<?(?P<target>[^\s>]+)>?", re.M)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.M)
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.I)
_ALT = re.compile(r"\balt\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.I)
_SOURCE = re.compile(r"\bsrc\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture.

    Attributes:
        offset: where it begins.
        text: the words of the link, or the description of the picture.
        target: where it leads; None for a label that is defined nowhere.
        image: True for a picture.
    """

    offset: int
    text: str
    target: str | None
    image: bool


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


@lru_cache(maxsize=256)
def without_code(body: str) -> str:
    """Return `body` with code blocks and code spans blanked out."""
    return _CODE_SPAN.sub(_blank, _FENCE.sub(_blank, body))


def without_comments(body: str) -> str:
    """Return `body` with HTML comments blanked out."""
    return _COMMENT.sub(_blank, body)


@lru_cache(maxsize=256)
def prose(body: str) -> str:
    """Return `body` without code and comments; what is left is what people read, and its markup."""
    return without_comments(without_code(body))


def first_text(body: str) -> int:
    """Return the offset of the first character that is neither blank nor in a comment."""
    found = re.search(r"\S", without_comments(body))
    return found.start() if found else len(body)


def links(body: str) -> Iterator[Link]:
    """Yield the links and pictures of `body`, HTML pictures included, in order."""
    text = prose(body)
    labels = {_label(match["label"]): match["target"] for match in _DEFINITION.finditer(text)}
    found = [*_inline(text, 0), *_references(text, labels), *_html_images(text)]
    yield from sorted(found, key=lambda link: link.offset)


def _inline(text: str, start: int) -> Iterator[Link]:
    for match in _INLINE.finditer(text):
        target = match["angle"] if match["angle"] is not None else match["bare"]
        yield Link(start + match.start(), match["text"], target, bool(match["image"]))
        yield from _inline(match["text"], start + match.start("text"))


def _references(text: str, labels: dict[str, str]) -> Iterator[Link]:
    for match in _REFERENCE.finditer(text):
        label = _label(match["label"] or match["text"])
        yield Link(match.start(), match["text"], labels.get(label), bool(match["image"]))


def _html_images(text: str) -> Iterator[Link]:
    for match in _HTML_IMAGE.finditer(text):
        alt, source = _ALT.search(match[0]), _SOURCE.search(match[0])
        yield Link(match.start(), _either(alt), _either(source), image=True)


def _either(match: re.Match[str] | None) -> str:
    return (match["double"] or match["single"] or "") if match else ""


def _label(words: str) -> str:
    return " ".join(words.lower().split())


def headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield level and words of each heading of `text`."""
    shown = without_comments(_FENCE.sub(_blank, text))
    return ((len(match["marks"]), match["text"]) for match in _HEADING.finditer(shown))
