"""Links inside the repository lead somewhere, and never to what readers may not see yet."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from terbuka.checks import anchors, blocks, markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.markdown import Link
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document, is_public, public_since

ID = "internal-link"
FAMILY = Family.LINKS
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Links between documents, to headings and to pictures lead somewhere.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)

Wrong = tuple[Text, Text]


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the links that lead nowhere. Links of a shared block are tried from each document that has it."""
    readers = _readers(document, context)
    for link in markdown.links(document.body):
        if link.target is not None and _ELSEWHERE.match(link.target):
            continue
        wrong = next((found for reader in readers if (found := _wrong(link, reader, context))), None)
        if wrong:
            about = _path(link.target, readers[0]) if link.target else None
            yield Finding(ID, SEVERITY, document.body_place(link.offset), *wrong, SOURCE, about=about)


def _readers(document: Document, context: Context) -> tuple[Document, ...]:
    """Return the documents in which readers meet `document`: itself, or those that put it in, directly or not."""
    if document.path in context.library.by_path:
        return (document,)
    holders = context.once("readers-of-blocks", lambda: _holders(context))
    return tuple(holders.get(document.path, ()))


def _holders(context: Context) -> dict[PurePosixPath, list[Document]]:
    found: dict[PurePosixPath, list[Document]] = {}
    for holder in context.library.documents:
        for block in blocks.of((holder,), context.root):
            found.setdefault(block.path, []).append(holder)
    return found


def _path(target: str, reader: Document) -> PurePosixPath:
    """Return the file that `target` leads to from `reader`."""
    raw = unquote(target).partition("#")[0]
    return PurePosixPath(posixpath.normpath(reader.path.parent / raw)) if raw else reader.path


def _wrong(link: Link, reader: Document, context: Context) -> Wrong | None:
    """Return what is wrong with `link` as seen from `reader`, or None."""
    if link.target is None:
        return (
            text("The label of this link is defined nowhere."),
            text("Add a line such as [label]: file.md, or write [text](file.md)."),
        )
    raw, _, anchor = unquote(link.target).partition("#")
    if raw.startswith("/"):
        return (
            text("“{target}” is an absolute address.", target=raw),
            text("Write the path from this file to the .md file; the portal makes the address."),
        )
    path = _path(link.target, reader)
    if path.parts[:1] == ("..",):
        return (
            text("“{target}” leads out of the repository.", target=raw),
            text("Link to a file of this repository or to a full address."),
        )
    target = context.library.by_path.get(path)
    if target is None:
        return _file(path, reader, context)
    return _unseen(reader, target, context) or _anchor(anchor, target)


def _file(path: PurePosixPath, reader: Document, context: Context) -> Wrong | None:
    file = context.root / path
    if file.is_dir():
        return (
            text("{path} is a folder.", path=str(path)),
            text("Link to a .md file in it."),
        )
    if not file.is_file():
        return (
            text("{path} does not exist, seen from {reader}.", path=str(path), reader=str(reader.path)),
            text("Correct the path; it counts from the file that holds the link."),
        )
    return None


def _unseen(reader: Document, target: Document, context: Context) -> Wrong | None:
    """Tell of a link that readers could follow before its target is public, or after."""
    zone = context.office.zone
    if reader.meta is None or target.meta is None:
        return None
    moment = max(context.now, public_since(reader, zone))
    if not is_public(reader, moment, zone) or is_public(target, moment, zone):
        return None
    return (
        text("{path} is not public when this text is.", path=str(target.path)),
        text("Remove the link, or publish both at the same time."),
    )


def _anchor(anchor: str, target: Document) -> Wrong | None:
    known = anchors.of(target.text) if anchor else frozenset()
    if not anchor or anchor in known:
        return None
    return (
        text("{path} has no heading “#{anchor}”.", path=str(target.path), anchor=anchor),
        text("Choose one of: {names}.", names=", ".join(f"#{name}" for name in sorted(known)) or "–"),
    )
