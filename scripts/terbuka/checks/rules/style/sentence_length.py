"""Sentences that a reader can follow on a small screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import markdown, own_words, paragraphs, rule, sentences
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.own_words import Words
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document

ID = "sentence-length"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Sentences have at most 25 words.")
SOURCE = "UU 14/2008 Pasal 9 ayat (4)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

LONG = 25
"""Words. Longer sentences are hard to follow; one in six in good prose is (measured on 84,000 words)."""

TOO_LONG = 35
"""Words. One in ten in good prose is longer; in statutes, one in six."""

_WORD = re.compile(r"[^\W_]")
_PICTURE = re.compile(r"!\[[^\]\n]{0,1000}\]")
_NOT_PROSE = re.compile(r"[ \t]*(?:#{1,6}[ \t]|>)")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the long sentences of the text and the front matter; quotations and headings are left alone."""
    for words in own_words.of(document, context):
        if not words.key:
            yield from _body(document, words)
        elif _may_be_long(words.text):
            yield from _sentences(words.text, 0, words)


def _body(document: Document, words: Words) -> Iterator[Finding]:
    if not any(_may_be_long(line) for line in markdown.prose(document.body).split("\n\n")):
        return
    for part in paragraphs.of(document.body):
        if _may_be_long(part.text) and not _NOT_PROSE.match(part.text):
            yield from _sentences(words.text[part.start : part.end], part.start, words)


def _may_be_long(said: str) -> bool:
    return said.count(" ") + said.count("\n") >= LONG


def _sentences(said: str, offset: int, words: Words) -> Iterator[Finding]:
    said = _PICTURE.sub(lambda match: " " * len(match[0]), said)
    starts = sentences.starts(said)
    for start, end in zip(starts, (*starts[1:], len(said)), strict=True):
        sentence = said[start:end]
        count = sum(_WORD.search(word) is not None for word in sentence.split()) if _may_be_long(sentence) else 0
        if count > LONG:
            first = _WORD.search(sentence)
            yield Finding(
                ID,
                Severity.ERROR if count > TOO_LONG else SEVERITY,
                words.place(offset + start + (first.start() if first else 0)),
                text(
                    "This sentence has {count} words; more than {limit} are hard to follow.",
                    count=count,
                    limit=TOO_LONG if count > TOO_LONG else LONG,
                ),
                text("Make two sentences of it, or turn it into a list."),
                SOURCE,
            )
