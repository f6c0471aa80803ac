"""Sentences that a reader can follow on a small screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import filterfalse

from terbuka.checks import markdown, own_words, rule, sentences
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
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

SHORTEST = 2 * LONG
"""Characters; what is shorter has no more words than that, however short they are."""

_WORD = re.compile(r"[^\W_]")
_PICTURE = re.compile(r"!\[[^\]\n]{0,1000}\]")
_HEADING = re.compile(r"\s*#{1,6}[ \t][^\n]*")
_QUOTED = re.compile(r"\s*>")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the long sentences of the text and the front matter; quotations and headings are left alone."""
    del context
    for words in own_words.fields(document):
        yield from _sentences(words.text, words.place)
    yield from _sentences(markdown.prose(document.body), document.body_place)


def _sentences(whole: str, place: Callable[[int], Place]) -> Iterator[Finding]:
    starts = sentences.starts(whole)
    for start, end in zip(starts, (*starts[1:], len(whole)), strict=True):
        if end - start > SHORTEST and (said := whole[start:end]).count(" ") + said.count("\n") >= LONG:
            yield from _judge(said, start, place)


def _judge(said: str, start: int, place: Callable[[int], Place]) -> Iterator[Finding]:
    if _QUOTED.match(said):
        return
    if heading := _HEADING.match(said):
        said = said[heading.end() :].rjust(len(said))
    shown = own_words.mask(_PICTURE.sub(_blank, said) if "![" in said else said)
    pieces = shown.split()
    count = len(pieces) - sum(_WORD.search(piece) is None for piece in filterfalse(str.isalnum, pieces))
    first = _WORD.search(shown)
    if first and count > LONG:
        yield Finding(
            ID,
            Severity.ERROR if count > TOO_LONG else SEVERITY,
            place(start + first.start()),
            text(
                "This sentence has {count} words; more than {limit} are hard to follow.",
                count=count,
                limit=TOO_LONG if count > TOO_LONG else LONG,
            ),
            text("Make two sentences of it, or turn it into a list."),
            SOURCE,
        )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
