"""A passage in another language is marked, so that it is read out with the right voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.checks import html_tags, paragraphs, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.spans import Spans
from terbuka.checks.vocabulary import vocabulary
from terbuka.text import text
from terbuka.words.document import Document

ID = "passage-language"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Passages in another language are marked as such.")
SOURCE = "WCAG 2.2, 3.1.2"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

SHORTEST = 12
"""Words: shorter passages are names, titles and loan words."""

LONG = 25
"""Words: from here on a person has to look; a shorter passage is a suggestion."""

_INDONESIAN = """
    yang dan di dari untuk dengan pada dalam ini itu adalah tidak akan oleh sebagai ke juga atau karena dapat telah
    sudah kepada bahwa tersebut harus saat bagi serta agar jika namun setiap sebuah para kami anda mereka hanya
    lebih ada bisa seperti antara secara hingga sampai masih belum setelah sebelum kita apa siapa
    bagaimana engkau kamu maka yaitu ialah tanpa tetapi tentang terhadap supaya melalui lagi kalau sangat
"""
_ENGLISH = """
    the and of to in is that for it with as was on are be this by at from or an have has not they we you your our
    their will can which when who been were would should must also these those there about into than but its if
    how what where may only more other any all each do does
"""
FUNCTION_WORDS = {"id": frozenset(_INDONESIAN.split()), "en": frozenset(_ENGLISH.split())}
"""Small words that make sentences and that the other language does not have."""

_FEWEST = 4
"""Different function words of the other language in a document, below which no passage can be long."""

_PIECE = re.compile(r"[^.!?“”\"\n]*+(?:[.!?“”\"]++|\n(?!\n)|$)")
_WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+")
_NO_WORDS = re.compile(r"\]\([^()\n]*+\)|<[^<>]*+>|(?:https?://|www\.)\S++")


@dataclass(slots=True)
class _Run:
    """Sentences in the other language, one after the other."""

    start: int
    words: int = 0
    foreign: int = 0

    @property
    def is_passage(self) -> bool:
        """Whether they are many, and small words of that language among them: a title or a name has few."""
        return self.words >= SHORTEST and self.foreign >= _FEWEST and self.foreign * 6 >= self.words


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield longer passages in the language that the document is not in."""
    del context
    other = "en" if document.language == "id" else "id"
    if len(vocabulary(document.body) & FUNCTION_WORDS[other]) < _FEWEST:
        return
    elements = html_tags.elements(document.body)
    marked = Spans((start, end) for tag, start, end in elements if tag.attributes.get("lang"))
    found = [
        (paragraph.start + run.start, run.words)
        for paragraph in paragraphs.of(document.body)
        for run in _runs(paragraph.text, FUNCTION_WORDS[other], FUNCTION_WORDS[document.language])
        if paragraph.start + run.start not in marked
    ]
    if found and 2 * sum(count for _, count in found) > len(_WORD.findall(_NO_WORDS.sub("", document.body))):
        yield _whole(document, found[0][0], other)
    else:
        for offset, count in found:
            yield _passage(document, offset, count, other)


def _runs(words: str, foreign: frozenset[str], own: frozenset[str]) -> Iterator[_Run]:
    """Yield the sentences of a paragraph that are surely in the other language, neighbours together."""
    plain = _NO_WORDS.sub(lambda match: " " * len(match[0]), words)
    run: _Run | None = None
    for piece in _PIECE.finditer(plain):
        found = _WORD.findall(piece[0].lower())
        theirs, ours = (sum(word in listed for word in found) for listed in (foreign, own))
        if theirs > 2 * ours or (run and not ours):
            first = _WORD.search(piece[0])
            run = run or _Run(piece.start() + (first.start() if first else 0))
            run.words += len(found)
            run.foreign += theirs
        elif found:
            if run and run.is_passage:
                yield run
            run = None
    if run and run.is_passage:
        yield run


def _whole(document: Document, offset: int, other: str) -> Finding:
    if other == "en":
        what = text("Most of this document is in English, but it is published as Indonesian.")
        to_do = text("Translate it, or name the file with .en.md.")
    else:
        what = text("Most of this document is in Indonesian, but it is published as English.")
        to_do = text("Translate it, or name the file without .en.")
    return Finding(ID, SEVERITY, document.body_place(offset), what, to_do, SOURCE)


def _passage(document: Document, offset: int, count: int, other: str) -> Finding:
    if other == "en":
        what = text("These {count} words are in English, and nothing says so.", count=count)
        to_do = text('Translate them, or mark them: <span lang="en">…</span>.')
    else:
        what = text("These {count} words are in Indonesian, and nothing says so.", count=count)
        to_do = text('Translate them, or mark them: <span lang="id">…</span>.')
    severity = SEVERITY if count >= LONG else Severity.SUGGESTION
    return Finding(ID, severity, document.body_place(offset), what, to_do, SOURCE)
