"""A passage in another language is marked, so that it is read out with the right voice."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.checks import html_tags, markdown, paragraphs, rule
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

# What it may begin with stands first, because such expressions are found fastest.
_ADDRESSES = r"(?<=\])\([^()\n]*+\)|(?<=h)ttps?://\S++|(?<=w)ww\.\S++"
_ADDRESS = re.compile(rf"[\]hw](?:{_ADDRESSES})")
_NO_WORDS = re.compile(rf"[\]hw<](?:{_ADDRESSES}|(?<=<)[^<>]*+>)")
_SIGN = re.compile(r"[^\x00-\x7f](?<![^\W\d_])")
_LOOSE = re.compile(r"['-](?:(?<![^\W\d_].)|(?![^\W\d_]))")
"""Apostrophes and hyphens that are not inside a word."""

_KEPT = bytes(byte if re.match(r"[a-zA-Z.!?\"\n'-]|[^\x00-\x7f]", chr(byte)) else ord(" ") for byte in range(256))
"""Bytes of UTF-8 as they are; those of ASCII that neither make a word nor end a sentence become blanks."""

_PIECE = re.compile(r"[^.!?\"\n]+")


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
    plain = _only_words(_ADDRESS.sub(_blank, markdown.prose(document.body)))
    enough = _most_words(document.body, plain) // 2
    told = 0
    found: list[_Run] = []
    for run in _passages(document.body, plain, FUNCTION_WORDS[other], FUNCTION_WORDS[document.language]):
        if run.start not in marked:
            found.append(run)
            told += run.words
        if told > enough:
            break
    if told > enough or (found and 2 * told > _words(document.body)):
        yield _whole(document, found[0].start, other)
    else:
        for run in found:
            yield _passage(document, run.start, run.words, other)


def _most_words(body: str, plain: str) -> int:
    """Return how many words `body` has at most; `plain` are those besides code, comments and addresses."""
    return _count(plain if markdown.prose(body) is body else _only_words(body))


def _words(body: str) -> int:
    """Return how many words `body` has, those in code and comments included."""
    return _count(_only_words(_NO_WORDS.sub("", body)))


def _count(plain: str) -> int:
    for stop in '.!?"':
        plain = plain.replace(stop, " ")
    return len(plain.split())


def _only_words(text: str) -> str:
    """Return `text`, as long as it is, with blanks for all but words, the ends of sentences, and line breaks."""
    text = text.replace("“", '"').replace("”", '"').replace("’", "'")
    if not text.isascii():
        text = _SIGN.sub(" ", text)
    kept = text.encode(errors="surrogatepass").translate(_KEPT).decode(errors="surrogatepass")
    return _LOOSE.sub(" ", kept)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _passages(body: str, plain: str, foreign: frozenset[str], own: frozenset[str]) -> Iterator[_Run]:
    """Yield the passages of `body` in the other language; `plain` are its words without addresses."""
    for paragraph in paragraphs.of(body):
        if "<" in paragraph.text:  # a tag ends with its paragraph
            for run in _runs(_only_words(_NO_WORDS.sub(_blank, paragraph.text)), foreign, own):
                run.start += paragraph.start
                yield run
        else:
            yield from _runs(plain, foreign, own, paragraph.start, paragraph.end)


def _runs(
    plain: str, foreign: frozenset[str], own: frozenset[str], first: int = 0, last: int = sys.maxsize
) -> Iterator[_Run]:
    """Yield the sentences of a paragraph that are surely in the other language, neighbours together."""
    run: _Run | None = None
    for piece in _PIECE.finditer(plain, first, last):
        words = piece[0].lower().split()
        theirs, ours = sum(map(foreign.__contains__, words)), sum(map(own.__contains__, words))
        if theirs > 2 * ours or (run and not ours):
            run = run or _Run(piece.end() - len(piece[0].lstrip()))
            run.words += len(words)
            run.foreign += theirs
        elif words:
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
