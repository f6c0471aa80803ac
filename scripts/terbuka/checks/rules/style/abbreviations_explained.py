"""Abbreviations are written out where they are first used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pydantic import BaseModel, ConfigDict

from terbuka import settings_file
from terbuka.checks import markdown, own_words, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.spans import Spans
from terbuka.text import text
from terbuka.words.document import Document

ID = "abbreviations-explained"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Abbreviations are written out where they are first used.")
SOURCE = "UU 14/2008 Pasal 9 ayat (4)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

FILE = PurePosixPath("styles/singkatan.yml")
"""What the office takes for known; without the file, nothing is."""

_ABBREVIATION = re.compile(r"[A-Z][A-Z]{1,7}(?![\w&+]|[./@][A-Za-z0-9]|-[A-Z\d])")
_NOT_BEFORE = re.compile(r"[\w./@#&+-]\Z")
_HEADING = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]|!!!|\?\?\?)[^\n]*|^[ \t]*\|[^\n]*", re.M)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_AROUND = 24
_LINK = re.compile(r"\[[^\[\]\n]{1,200}\](?=[(\[])")
"""A link names a page that explains what it names."""

_DEFINED = re.compile(r"^\*\[([A-Z]{2,8})\]:", re.M)
_BRACKETED = re.compile(r"\([\"“*_]{0,3}\Z")
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:disebut|disingkat|singkatan|kependekan dari|dikenal sebagai|called|known as|short for|initials)"
    r"(?: menjadi| dengan| the)?|[a-z][*_]{0,2} (?:atau|or)) [\"“*_]{0,3}\Z"
)
_EXPLAINED_AFTER = re.compile(
    r"[\"”*_]{0,3}(?: \([^()\n]{0,200}[a-z][^()\n]{0,200} [^()\n]{0,200}\)|:? [–—] |:\*\*|\*\*:"
    r"|,? (?:adalah|ialah|merupakan|yaitu|yakni|singkatan|kependekan|berarti|stands for|means|is short for)\b)"
)


class Known(BaseModel):
    """The list of abbreviations that need no explanation.

    Attributes:
        dikenal: abbreviations, in groups that have a name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    dikenal: dict[str, tuple[str, ...]]


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the first use of each abbreviation that the text does not explain there."""
    if not _ABBREVIATION.search(document.body):
        return
    known = _known(context)
    passed = {*known, *_DEFINED.findall(document.body)} if "*[" in document.body else known
    prose = markdown.prose(document.body)
    shown = _HEADING.sub(_blank, own_words.body(document).text)
    linked = Spans(match.span() for match in _LINK.finditer(prose))
    seen: set[str] = set()
    for match in _ABBREVIATION.finditer(shown):
        name = match[0]
        if name in seen or name in passed or _NOT_BEFORE.match(shown, match.start() - 1, match.start()):
            continue
        if match.start() in linked or _ROMAN.fullmatch(name) or _shouted(shown, match):
            continue
        seen.add(name)
        if not _explained(prose, match):
            yield Finding(
                ID,
                SEVERITY,
                document.body_place(match.start()),
                text("“{name}” is not explained where it is first used.", name=name),
                text(
                    "Write it out, the abbreviation in brackets; what all readers know belongs into {file}.",
                    file=str(FILE),
                ),
                SOURCE,
            )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _known(context: Context) -> frozenset[str]:
    """Return the office's list.

    Raises:
        WordsError: it is broken; names line and key.
    """

    def read() -> frozenset[str]:
        if not (context.root / FILE).is_file():
            return frozenset()
        groups = settings_file.load(context.root / FILE, FILE, Known).dikenal.values()
        return frozenset(name for group in groups for name in group)

    return context.once(ID, read)


def _explained(prose: str, match: re.Match[str]) -> bool:
    before = prose[max(0, match.start() - 100) : match.start()]
    return bool(
        _BRACKETED.search(before) or _NAMED_BEFORE.search(before) or _EXPLAINED_AFTER.match(prose, match.end())
    )


def _shouted(shown: str, match: re.Match[str]) -> bool:
    """Tell whether the word stands in a row of words in capitals, which is no abbreviation but loud."""
    before = shown[max(0, match.start() - _AROUND) : match.start()].split()
    after = shown[match.end() : match.end() + _AROUND].split()
    row = [*before[-1:], *after[:1]]
    return len(match[0]) > 3 and any(len(word) > 3 and word.isalpha() and word.isupper() for word in row)  # noqa: PLR2004
