"""What rules need to know of Markdown: where code and comments stand, links, pictures, headings.

Masked text keeps its length and its line breaks, so that offsets stay true. Everything here takes time that grows
with the length of the text and no faster, whatever stands in it: possessive quantifiers (``++``) never step back,
and what an expression cannot find in one pass is found by hand.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_FENCE = re.compile(r"^[ \t]*+(?P<run>(?P<mark>[`~])(?P=mark){2,}+)(?P<rest>[^\n]*+)$", re.M)
_FENCE_END = re.compile(r"[`~]*+[ \t]*+")
_TICKS = re.compile(r"`++")
_BLANK_LINE = re.compile(r"\n[ \t]*+(?=\n)")
_WORDS = r"\[(?<!\\\[)(?P<text>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*+\](?:\([^()\n]*+\))?)*+)\]"
_ADDRESS = r"(?:<(?P<angle>[^<>\n]*+)>|(?P<bare>[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+))"
_TARGET = rf"\(\s*+{_ADDRESS}(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\)"
_INLINE = re.compile(rf"{_WORDS}{_TARGET}")
_REFERENCE = re.compile(rf"{_WORDS}\[(?P<label>[^\[\]^]*+)\]")
_SHORT = re.compile(r"(?P<image>!?)(?<![\\\]])\[(?P<text>[^\[\]^][^\[\]]*+)\](?![\[(:])")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*+)\]:[ \t]*+<?(?P<target>[^\s>]++)>?", re.M)
_HEADING = re.compile(r"(?P<marks>#(?<![^\n]#)#{0,5})[ \t]++(?P<text>[^\n]*+)")
_IMAGE_TAG = re.compile(r"<img\b", re.I)
_ALT = re.compile(r"\balt\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')", re.I)
_SOURCE = re.compile(r"\bsrc\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture.

    Attributes:
        offset: where it begins.
        text: the words of the link, or the description of the picture.
        target: where it leads; None for a label that is defined nowhere.
        image: True for a picture.
        end: where it ends.
    """

    offset: int
    text: str
    target: str | None
    image: bool
    end: int = 0


def _blank(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with `spans`, which are in order and apart, blanked out."""
    pieces: list[str] = []
    end = 0
    for first, last in spans:
        pieces += (text[end:first], _blank(text[first:last]))
        end = last
    return "".join((*pieces, text[end:])) if pieces else text


@lru_cache(maxsize=256)
def without_code(body: str) -> str:
    """Return `body` with code blocks and code spans blanked out."""
    blocks = _without_blocks(body)
    return without(blocks, _code_spans(blocks)) if "`" in blocks else blocks


def _without_blocks(body: str) -> str:
    return without(body, _code_blocks(body)) if "```" in body or "~~~" in body else body


def _code_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced blocks begin and end. A fence that is never closed is text, as the portal shows it.

    A block is closed by the next fence that is at least as long; where there is none, by the longest that follows.
    A line such as ```` ```word``` ```` is a code span, not a fence.
    """
    fences = list(_FENCE.finditer(text))
    following, longer = _closings(fences)
    end = 0
    for index, fence in enumerate(fences):
        opens = fence.start() >= end and not (fence["mark"] == "`" and "`" in fence["rest"])
        closing = following[index] if opens else None
        while closing is not None and _length(fences[closing]) < _length(fence) and longer[closing] is not None:
            closing = longer[closing]
        if closing is not None:
            end = fences[closing].end()
            yield fence.start(), end


def _length(fence: re.Match[str]) -> int:
    return len(fence["run"])


def _closings(fences: Sequence[re.Match[str]]) -> tuple[list[int | None], list[int | None]]:
    """Return for each fence the next one of its mark that may close a block, and the next longer such one."""
    following: list[int | None] = [None] * len(fences)
    longer: list[int | None] = [None] * len(fences)
    ahead: dict[str, list[int]] = {"`": [], "~": []}
    for index in range(len(fences) - 1, -1, -1):
        fence = fences[index]
        stack = ahead[fence["mark"]]
        following[index] = stack[-1] if stack else None
        if _FENCE_END.fullmatch(fence["rest"]):
            while stack and _length(fences[stack[-1]]) <= _length(fence):
                stack.pop()
            longer[index] = stack[-1] if stack else None
            stack.append(index)
    return following, longer


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where code spans begin and end: between runs of equally many backticks, with no blank line inside."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    paragraphs = [bisect(breaks, first) for first, _ in runs]
    partner: list[int | None] = [None] * len(runs)
    ahead: dict[tuple[int, int], int] = {}
    for index in range(len(runs) - 1, -1, -1):
        kind = (paragraphs[index], runs[index][1] - runs[index][0])
        partner[index] = ahead.get(kind)
        ahead[kind] = index
    end = 0
    for index, (first, _) in enumerate(runs):
        closing = partner[index] if first >= end else None
        if closing is not None:
            end = runs[closing][1]
            yield first, end


def without_comments(body: str) -> str:
    """Return `body` with HTML comments blanked out."""
    return without(body, _comments(body))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


@lru_cache(maxsize=256)
def prose(body: str) -> str:
    """Return `body` without code and comments; what is left is what people read, and its markup."""
    return without_comments(without_code(body))


def first_text(body: str) -> int:
    """Return the offset of the first character that is neither blank nor in a comment."""
    found = re.search(r"\S", without_comments(body))
    return found.start() if found else len(body)


@lru_cache(maxsize=256)
def links(body: str) -> tuple[Link, ...]:
    """Return the links and pictures of `body`, HTML pictures included, in order."""
    text = prose(body)
    found = list(_html_images(text)) if "<" in text else []
    if "](" in text:
        found += _inline(text, 0)
    if ("[" in text and "]:" in text) or "][" in text:
        found += _references(text, {_label(label): target for label, target, _ in definitions(body)})
    return tuple(sorted(found, key=lambda link: link.offset))


@lru_cache(maxsize=256)
def definitions(body: str) -> tuple[tuple[str, str, int], ...]:
    """Return each ``[label]: target`` of `body`: label, target, and the offset of the target."""
    found = _DEFINITION.finditer(prose(body)) if "]:" in body else ()
    return tuple((match["label"], match["target"], match.start("target")) for match in found)


def _is_image(match: re.Match[str]) -> bool:
    """Tell whether the mark of a picture stands before the bracket that `match` begins with."""
    return match.start() > 0 and match.string[match.start() - 1] == "!"


def _inline(text: str, start: int) -> Iterator[Link]:
    for match in _INLINE.finditer(text):
        image = _is_image(match)
        target = match["angle"] if match["angle"] is not None else match["bare"]
        yield Link(start + match.start() - image, match["text"], target, image, start + match.end())
        if "](" in match["text"]:
            yield from _inline(match["text"], start + match.start("text"))


def _references(text: str, labels: dict[str, str]) -> Iterator[Link]:
    for match in _REFERENCE.finditer(text):
        image = _is_image(match)
        label = _label(match["label"] or match["text"])
        yield Link(match.start() - image, match["text"], labels.get(label), image, match.end())
    for match in _SHORT.finditer(text) if labels else ():
        target = labels.get(_label(match["text"]))
        if target is not None:  # else it is a word in brackets
            yield Link(match.start(), match["text"], target, bool(match["image"]), match.end())


def _html_images(text: str) -> Iterator[Link]:
    end = 0
    for match in _IMAGE_TAG.finditer(text):
        if match.start() < end:
            continue
        end = text.find(">", match.end()) + 1
        if not end:
            return
        tag = text[match.start() : end]
        yield Link(match.start(), _either(_ALT.search(tag)), _either(_SOURCE.search(tag)), image=True, end=end)


def _either(match: re.Match[str] | None) -> str:
    return (match["double"] or match["single"] or "") if match else ""


def _label(words: str) -> str:
    return " ".join(words.lower().split())


def headings(text: str) -> tuple[tuple[int, str], ...]:
    """Return level and words of each heading of `text`."""
    shown = without_comments(_without_blocks(text))
    return tuple((len(match["marks"]), heading_words(match["text"])) for match in _HEADING.finditer(shown))


def heading_words(rest: str) -> str:
    """Return the words of a heading without the marks that may close it."""
    return rest.rstrip(" \t").rstrip("#").rstrip(" \t")
