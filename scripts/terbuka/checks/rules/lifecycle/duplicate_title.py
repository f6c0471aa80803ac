"""Two documents in one language do not bear the same title: in a list, in search and in a feed they look alike."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.library import language_of

ID = "duplicate-title"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.REPOSITORY
SUMMARY = text("No two documents in one language bear the same title.")
SOURCE = ""
SEVERITY = Severity.WARNING

check_document = rule.nothing_in_document

Key = tuple[str, str]
"""A language, and a title as `plain` makes it."""

_TITLE = re.compile(
    rb"^title:[ \t]*(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s\"'>|&*!%@`#\[{][^\n]*?))"
    rb"[ \t]*(?:[ \t]#[^\n]*)?\r?\n(?![ \t])",
    re.M,
)
"""A title on one line, without anything that YAML would change."""

FEW = 20
"""Titles that can be looked for in each file, word by word, faster than its own title can be read."""

_HEAD = 2048
"""Bytes in which a title almost always stands; ten thousand files are then read in tenths of a second."""


def plain(title: str) -> str:
    """Return the words of a title, without what people do not see as a difference."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", title).casefold()))


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield a finding for each document that shares its title with another, whether that is checked or not."""
    asked: dict[Key, list[Document]] = {}
    for document in documents:
        if document.meta is not None and document.meta.status != "withdrawn":
            asked.setdefault((document.language, plain(document.meta.title)), []).append(document)
    others = _others(asked, {document.path for document in documents}, context)
    for key, sharing in asked.items():
        paths = sorted([*(document.path for document in sharing), *others.get(key, ())])
        for document in sharing if len(paths) > 1 else ():
            other = next(path for path in paths if path != document.path)
            yield Finding(
                ID,
                SEVERITY,
                document.place("title"),
                text("{path} bears the same title.", path=str(other)),
                text(
                    "Say in the title what is different here: the place, the date or the matter; or merge the two."
                ),
                SOURCE,
            )


def _others(
    asked: Mapping[Key, list[Document]], checked: set[PurePosixPath], context: Context
) -> dict[Key, list[PurePosixPath]]:
    """Return the documents that are not being checked and bear one of the titles; few are read whole."""
    found: dict[Key, list[PurePosixPath]] = {}
    titles = [[word.encode() for word in sorted(title.split(), key=len, reverse=True)] for _, title in asked]
    few = titles[:FEW] == titles
    for path in context.library.paths if asked else ():
        if path in checked:
            continue
        head = _head(f"{context.root}/{path}")
        if (few and _is_other(head, titles)) or not _may_share(path, head, asked, context):
            continue
        meta = context.library.by_path[path].meta
        if meta is not None and meta.status != "withdrawn":
            key = (language_of(path, context.office), plain(meta.title))
            if key in asked:
                found.setdefault(key, []).append(path)
    return found


def _is_other(head: bytes, titles: Iterable[Sequence[bytes]]) -> bool:
    """Tell whether the title of a file surely lacks a word of each of `titles`.

    An expression for each of ten thousand files takes time; this sees what most of them are.
    """
    line = _line(head).lower()
    if not line or not line.isascii() or b"\\" in line:
        return False
    return not any(all(word in line for word in title) for title in titles)


def _may_share(path: PurePosixPath, head: bytes, asked: Mapping[Key, list[Document]], context: Context) -> bool:
    """Tell whether a file may bear one of the titles; True where only YAML can tell what its title is."""
    match = _TITLE.search(head)
    if match is None:
        return True
    raw = next(value for value in match.group("double", "single", "bare") if value is not None)
    title = raw.decode("utf-8", errors="replace")
    return (language_of(path, context.office), plain(title)) in asked


def _line(head: bytes) -> bytes:
    """Return the line of the title; b"" if there is none, or if the title may go on in the next one."""
    start = head.find(b"\ntitle:") + 1
    end = head.find(b"\n", start)
    goes_on = head[end + 1 : end + 2] in (b" ", b"\t", b"\n", b"\r", b"")
    return b"" if not start or end < 0 or goes_on else head[start:end]


def _head(path: str) -> bytes:
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return b""
    try:
        return os.read(file, _HEAD)
    finally:
        os.close(file)
