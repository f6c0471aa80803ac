"""Headings are headings, and no level is left out: who cannot see the page walks through it by them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from terbuka.checks import html_tags, markdown, paragraphs, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.paragraphs import Paragraph
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words import include
from terbuka.words.document import Document

ID = "heading-order"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Headings follow one another without a gap, have words, and are written as headings.")
SOURCE = "WCAG 2.2, 1.3.1, 2.4.6"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

LONGEST_POSER = 80
"""Characters: longer bold lines are emphasis, not headings."""

LONGEST_HEADING = 300
"""Characters that are looked at."""

SHORTEST_TEXT = 40
"""Characters: what stands below a heading is longer than the office below a name."""

_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKS = re.compile(r"(?P<marks>#{1,6})(?P<gap>[ \t]*+)(?P<words>.*+)", re.S)
_NO_HEADING = re.compile(r"[ \t]*+(?:[-*+>|#=]|\d+[.)])")
_POSER = re.compile(r"\s*+(?:\*\*(?P<stars>[^*\n]++)\*\*|__(?P<lines>[^_\n]++)__)\s*+")
_CAPTION = re.compile(r"(?:gambar|foto|tabel|bagan|grafik|lampiran|figure|table|photo|chart) \d", re.I)
_MARKUP = re.compile(r"[*_~\[\](){}]+|<[^<>]*+>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where it begins, its level, its words, and whether a blank stands behind its marks."""

    offset: int
    level: int
    words: str
    spaced: bool = True


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield headings that are out of order, empty or only look like headings."""
    del context
    body = document.body
    level: int | None = None if _is_block(document) else 1
    blocks = [match.start() for match in include.MARK.finditer(body)]
    for heading in outline(body):
        while blocks and blocks[0] < heading.offset:
            blocks.pop(0)
            level = None  # a shared block may have headings of its own
        wrong = _wrong(heading, body, level)
        if wrong:
            yield Finding(ID, wrong[0], document.body_place(heading.offset), wrong[1], wrong[2], SOURCE)
        if heading.spaced:
            level = heading.level
    for poser in _posers(body):
        asks = poser.text.rstrip(" *_\n").endswith("?")  # as in an interview
        yield Finding(
            ID,
            Severity.SUGGESTION if asks else SEVERITY,
            document.body_place(poser.start),
            text("This line is bold to look like a heading, but is none."),
            text("Write it as a heading, such as “## Words”, or join it to a sentence."),
            SOURCE,
        )


def outline(body: str) -> tuple[Heading, ...]:
    """Return the headings of `body` in order, as the portal makes them: also underlined ones and HTML."""
    text = markdown.prose(body)
    found: list[Heading] = []
    lines = text.split("\n")
    offset = 0
    for index, line in enumerate(lines):
        mark = line[:1]
        if mark == "#" and (match := _MARKS.fullmatch(line)):
            words = markdown.heading_words(match["words"])
            found.append(Heading(offset, len(match["marks"]), words, bool(match["gap"]) or not match["words"]))
        elif mark in ("=", "-") and _is_underline(line) and index and _may_be_heading(lines, index - 1):
            above = lines[index - 1]
            found.append(Heading(offset - len(above) - 1, 1 if mark == "=" else 2, above.strip()))
        offset += len(line) + 1
    if "<" in text:
        found += (
            Heading(tag.offset, int(tag.name[1]), body[start : min(end, start + LONGEST_POSER)].strip())
            for tag, start, end in html_tags.elements(body)
            if tag.name in _TAGS
        )
    return tuple(sorted(found, key=lambda heading: heading.offset))


def _is_underline(line: str) -> bool:
    return not line.rstrip(" \t").strip(line[0])


def _may_be_heading(lines: Sequence[str], index: int) -> bool:
    """Tell whether this line begins a paragraph and is no list, table, quotation or heading."""
    words = lines[index]
    begins = index == 0 or not lines[index - 1].strip()
    return begins and bool(words.strip()) and "|" not in words and not _NO_HEADING.match(words)


def _is_block(document: Document) -> bool:
    return any(part.startswith("_") for part in document.path.parts)


def _wrong(heading: Heading, body: str, level: int | None) -> tuple[Severity, Text, Text] | None:
    if not heading.spaced:
        return (
            Severity.ERROR,
            text("Without a blank behind # this line becomes a heading on the portal and plain text elsewhere."),
            text("Put a blank behind # for a heading; for a hashtag write \\# or do not begin the line with it."),
        )
    if not _MARKUP.sub("", heading.words).strip() and not _has_code(heading, body):
        return (
            Severity.ERROR,
            text("This heading has no words."),
            text("Give it words, or remove it."),
        )
    if heading.level == 1:
        return (
            Severity.ERROR,
            text("The title of the document is its only heading of the first level."),
            text("Begin the headings in the text with ##."),
        )
    if level is not None and heading.level > level + 1:
        return (
            SEVERITY,
            text("The heading jumps from level {above} to level {level}.", above=level, level=heading.level),
            text("Write it with {marks}, or add the heading that is missing.", marks="#" * (level + 1)),
        )
    return None


def _has_code(heading: Heading, body: str) -> bool:
    line = body[heading.offset : heading.offset + LONGEST_HEADING].partition("\n")[0]
    return "`" in line


def _posers(body: str) -> Iterator[Paragraph]:
    """Yield paragraphs that are one short bold line with a longer text or a list below it."""
    if "**" not in body and "__" not in body:
        return
    for here, below in pairwise(paragraphs.of(body)):
        match = _POSER.fullmatch(here.text) if len(here.text.strip()) <= LONGEST_POSER else None
        if match is None or not (len(below.text) >= SHORTEST_TEXT or _NO_HEADING.match(below.text)):
            continue
        words = (match["stars"] or match["lines"]).strip()
        letters, digits = sum(map(str.isalpha, words)), sum(map(str.isdigit, words))
        is_heading_below = below.text.startswith("#") or _POSER.fullmatch(below.text)
        if letters > digits and words[-1] not in ".:;,!…" and not is_heading_below and not _CAPTION.match(words):
            yield here
