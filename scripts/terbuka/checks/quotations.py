"""The parts of a text that are somebody else's words: quotation marks, quoted blocks, and a reported claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from terbuka.checks.spans import Spans

# What it may begin with stands first, because such expressions are found fastest.
_MARK = re.compile(r"[“„«”»\"|\n](?:(?<!\n)|[ \t]*\n|(?=[ \t]*(?:[-*+>#]\s|\d{1,3}[.)]\s|\|)))")
_OPEN, _CLOSE = "“„«", "”»"
_BLOCK = re.compile(r"^[ \t]{0,3}>[^\n]*", re.M)
_HEADING = re.compile(r"^#{1,6}[ \t](?P<title>[^\n]*)", re.M)
_CLAIM = re.compile(
    r"\b(?:klaim|hoaks|hoax|isi pesan|bunyi pesan|narasi|(?:kabar|pesan|informasi|isu)(?: yang)? beredar"
    r"|claim|rumou?r)\b",
    re.I,
)
_OUR_ANSWER = re.compile(r"\b(?:mengapa|kenapa|fakta|tanggapan|jawaban|penjelasan|why|fact|answer)\b", re.I)


@lru_cache(maxsize=64)
def spans(words: str) -> Spans:
    """Return the parts of `words` that the writer did not say himself."""
    return Spans([*_marked(words), *_blocks(words), *_claims(words)])


def _blocks(words: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of quoted blocks."""
    return (match.span() for match in _BLOCK.finditer(words)) if ">" in words else iter(())


def _marked(words: str) -> Iterator[tuple[int, int]]:
    """Yield what stands in quotation marks. Curly ones that stay open reach to the end of their paragraph."""
    curly = straight = -1
    for mark in _MARK.finditer(words):
        sign = mark[0][0]
        if sign in _OPEN and curly < 0:
            curly = mark.start()
        elif sign in _CLOSE and curly >= 0:
            yield curly, mark.end()
            curly = -1
        elif sign == '"':
            if straight >= 0:
                yield straight, mark.end()
            straight = -1 if straight >= 0 else mark.start()
        elif sign in "|\n":  # a cell or a paragraph ends
            if curly >= 0:
                yield curly, mark.start()
            curly = straight = -1
    if curly >= 0:
        yield curly, len(words)


def _claims(words: str) -> Iterator[tuple[int, int]]:
    """Yield the sections that report what others claim."""
    headings = list(_HEADING.finditer(words)) if "#" in words else []
    ends = [*(heading.start() for heading in headings), len(words)][1:]
    for heading, end in zip(headings, ends, strict=True):
        if _CLAIM.search(heading["title"]) and not _OUR_ANSWER.search(heading["title"]):
            yield heading.start(), end
