"""Emoji are few, stand at the end, and replace neither words nor bullets: screen readers say the name of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from terbuka.checks import emojis, markdown, rule, written
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "emoji"
FAMILY = Family.SOCIAL
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Emoji are few and replace neither words nor bullets.")
SOURCE = "WCAG 2.2, 1.3.1; UU 8/2016 Pasal 24"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

MOST = 2
"""In one post; a screen reader says a whole phrase for each."""

_BULLET_AFTER = re.compile(r"[ \t]?\S")
_LINE_START = re.compile(r"(?:^|\n)[ \t>]{0,8}\Z")
_WORD_BEFORE = re.compile(r"[\w,][ \t]*\Z")
_LOWER_AFTER = re.compile(r"[ \t]*[a-z]")
_LETTER = re.compile(r"[^\W\d_]")

Where = Callable[[int], Place]


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield emoji that hinder people who listen, in the fields that are posted, the posts and the text."""
    del context
    meta = document.meta
    if meta is not None:
        yield from _title(document, meta.title)
        yield from _words(meta.summary, lambda _: document.place("summary"), MOST)
        for post in written.posts(document):
            yield from _post(document, post)
    if emojis.possible(document.body):
        yield from _words(markdown.prose(document.body), document.body_place, None)


def _title(document: Document, title: str) -> Iterator[Finding]:
    if emojis.find(title):
        yield _finding(
            document.place("title"),
            text("There is an emoji in the title."),
            text("Leave it out; search results, feeds and the address show the title."),
        )
    yield from _disguised(title, lambda _: document.place("title"))


def _post(document: Document, post: written.Post) -> Iterator[Finding]:
    place = document.place(*post.keys)
    if emojis.find(post.words) and not _LETTER.search(post.words):
        yield _finding(
            place,
            text("This post has emoji but no words."),
            text("Say it in words; not everybody sees or understands emoji."),
            Severity.ERROR,
        )
        return
    yield from _words(post.words, lambda _: place, MOST)


def _words(words: str, where: Where, most: int | None) -> Iterator[Finding]:
    """Yield findings about a text; at most one of each sort, because one emoji often brings others."""
    yield from _disguised(words, where)
    spans = emojis.find(words)
    if not spans:
        return
    if most is not None and len(spans) > most:
        yield _finding(
            where(spans[most][0]),
            text("There are {count} emoji; a screen reader says the name of each.", count=len(spans)),
            text("Leave at most {most}.", most=most),
        )
    told: set[str] = set()
    for index, (start, end) in enumerate(spans):
        for sort, what, to_do in _faults(words, start, end, spans[index - 1][1] if index else -1):
            if sort not in told:
                told.add(sort)
                yield _finding(where(start), what, to_do)


def _faults(words: str, start: int, end: int, last_end: int) -> Iterator[tuple[str, Text, Text]]:
    shown = words[start:end]
    before, after = words[max(0, start - 12) : start], words[end : end + 12]
    if start == last_end and words[max(0, start - (end - start)) : start] == shown:
        yield (
            "again",
            text("“{emoji}” stands here several times in a row.", emoji=shown),
            text("Leave one of them, at the end."),
        )
    elif _LINE_START.search(before) and _BULLET_AFTER.match(after):
        yield (
            "bullet",
            text("“{emoji}” stands in the place of a bullet or a heading.", emoji=shown),
            text("Begin the line with a word; in Markdown make a list with hyphens."),
        )
    elif _LETTER.match(words[start - 1 : start]) and _LETTER.match(after):
        yield (
            "inside",
            text("“{emoji}” stands inside a word.", emoji=shown),
            text("Write the word with letters."),
        )
    elif _WORD_BEFORE.search(before) and _LOWER_AFTER.match(after):
        yield (
            "middle",
            text("“{emoji}” stands in the middle of a sentence, where a word belongs.", emoji=shown),
            text("Write the word, or move the emoji to the end of the sentence."),
        )


def _disguised(words: str, where: Where) -> Iterator[Finding]:
    for start, end in emojis.disguised(words)[:1]:
        yield _finding(
            where(start),
            text(
                "“{words}” is not written with letters, but with signs that only look like them.",
                words=words[start:end],
            ),
            text("Write it with ordinary letters; screen readers and search cannot read the others."),
            Severity.ERROR,
        )


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
