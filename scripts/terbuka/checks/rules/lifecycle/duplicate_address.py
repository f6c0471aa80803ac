"""Every document has an address of its own, on every machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from terbuka.checks import rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.registry import KINDS

ID = "duplicate-address"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Every document has an address of its own, on every machine.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_document = rule.nothing_in_document

_PREFIXES = sorted(((f"{kind.folder}/", kind.url) for kind in KINDS.values()), key=lambda item: -len(item[0]))


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield a finding for each document whose address another one has, or almost has."""
    lists = {kind.url: kind.id for kind in KINDS.values() if kind.url}
    slugs = {_slug(document.path) for document in documents}
    by_sameness: dict[str, list[PurePosixPath]] = {}
    for path in context.library.paths:
        if _slug(path) in slugs:  # an address ends with it; of ten thousand others it need not be known
            by_sameness.setdefault(_sameness(address(path, context)), []).append(path)
    for document in documents:
        if document.path not in context.library.by_path:  # a shared block has no address
            continue
        here = address(document.path, context)
        sharing = by_sameness[_sameness(here)]
        if len(sharing) > 1:
            yield _finding(document, *_shared(document.path, here, sharing, context))
        top = here.removeprefix(f"{document.language}/")
        if top.casefold() in lists:
            yield _finding(
                document,
                text(
                    "The address “{address}” is that of the list of all documents of the kind “{kind}”.",
                    address=here,
                    kind=lists[top.casefold()],
                ),
                text("Give the file another name."),
            )


def address(path: PurePosixPath, context: Context) -> str:
    """Return the address of the document at `path`, as `Document.url_path` gives it, without reading the file."""
    whole = str(path)
    folder, url = next(pair for pair in _PREFIXES if whole.startswith(pair[0]))
    stem, _, suffixes = whole.removeprefix(folder).partition(".")
    language = suffixes.partition(".")[0] if "." in suffixes else context.office.language
    shown = "" if language == context.office.language else language
    return "/".join(part for part in (shown, url, stem) if part)


def _slug(path: PurePosixPath) -> str:
    return _sameness(path.name.partition(".")[0])


def _sameness(where: str) -> str:
    """Return what is the same for addresses that Windows and macOS cannot tell apart."""
    return unicodedata.normalize("NFC", where).casefold()


def _shared(
    path: PurePosixPath, here: str, sharing: Iterable[PurePosixPath], context: Context
) -> tuple[Text, Text]:
    other = next(candidate for candidate in sharing if candidate != path)
    there = address(other, context)
    if there == here:
        return (
            text("{path} has the same address, “{address}”.", path=str(other), address=here),
            text("Give one of them another file name, or delete it."),
        )
    if unicodedata.normalize("NFC", there) == unicodedata.normalize("NFC", here):
        return (
            text("The name of {path} looks the same, but its letters are stored in another way.", path=str(other)),
            text("Name the file with the letters a–z, digits and hyphens only."),
        )
    return (
        text(
            "The address of {path} differs only in capitals; Windows and macOS take both for one file.",
            path=str(other),
        ),
        text("Write file names in small letters, and give one of the two another name."),
    )


def _finding(document: Document, what: Text, to_do: Text) -> Finding:
    return Finding(ID, SEVERITY, document.place("title"), what, to_do, SOURCE)
