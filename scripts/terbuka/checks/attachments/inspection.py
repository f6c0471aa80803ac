"""Attached files → findings: at the link in the document, or at the file itself if no document links to it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from terbuka.checks.attachments import linked, numbers, package, registry
from terbuka.checks.attachments.reading import LARGEST, Remark, UnreadableError, named
from terbuka.checks.attachments.registry import READERS
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.personal_numbers import page
from terbuka.checks.rule import Context
from terbuka.errors import Place
from terbuka.office import Office
from terbuka.text import text
from terbuka.words.document import Document

FOLDERS = ("content", "policies", "site/assets")
"""Where files lie that are published as they are."""

DocumentCheck = Callable[[Document, Context], Iterable[Finding]]
LibraryCheck = Callable[[tuple[Document, ...], Context], Iterable[Finding]]

_PROGRAMS = re.compile(
    r"(?<![a-z])(?:openpyxl|python-docx|pypdf|microsoft|libreoffice|openoffice|adobe|canva|google|apple|wps|windows"
    r"|administrator|admin|user|pengguna|owner|pemilik|unknown|anonymous|anonim|author|penulis|creator|scanner|pc"
    r"|laptop|komputer)(?![a-z])",
    re.I,
)
"""Words of names that programs write down where nobody has given one."""

_PAPERS = re.compile(
    r"(?<![a-z])(?:(?:scan|pindai|foto|fc|fotokopi|copy)[-_ ]?"
    r"(?:e?ktp|kk|sim|paspor|npwp|ijazah|akta|buku[-_ ]?nikah)"
    r"|(?:e?ktp|kk|sim|paspor|npwp|ijazah|akta)[-_ ]?(?:scan|pindai|foto)"
    r"|daftar[-_ ]?hadir|absen(?:si)?)(?![a-z])",
    re.I,
)
"""File names of copies of somebody's papers, and of lists that people sign."""

_SUFFIXES = tuple(READERS)

_LONGEST_NAME = 60


def at_links(rule_id: str, source: str, suffixes: frozenset[str]) -> DocumentCheck:
    """Return the ``check_document`` of a rule about files with these suffixes."""

    def check_document(document: Document, context: Context) -> Iterator[Finding]:
        if document.path not in context.library.by_path:
            return  # a shared block; the documents that put it in are asked
        for path, place in linked.files(document, context.root).items():
            if path.suffix.lower() in suffixes:
                for remark in inspect(path, context):
                    if not _is_given(remark.person, document):
                        yield _finding(rule_id, source, path, place, remark)

    return check_document


def by_themselves(rule_id: str, source: str, suffixes: frozenset[str]) -> LibraryCheck:
    """Return the ``check_library`` of a rule about files with these suffixes that no document links to."""

    def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
        for path in _to_look_at(documents, context):
            if path.suffix.lower() in suffixes:
                remarks = inspect(path, context)
                if remarks and not _is_linked(path, context):
                    yield from (_finding(rule_id, source, path, Place(path), remark) for remark in remarks)

    return check_library


def inspect(path: PurePosixPath, context: Context) -> tuple[Remark, ...]:
    """Return what there is to say about the file `path`; it is read once in a run."""
    return context.once(("attachment", path), lambda: _inspect(path, context.root, context.office))


def _inspect(path: PurePosixPath, root: Path, office: Office) -> tuple[Remark, ...]:
    found: list[Remark] = []
    if _PAPERS.search(path.stem):
        what = text("The name “{file}” says that it shows somebody's papers, or a list that people have signed.")
        to_do = text("Look at it, and remove it if so; otherwise give it another name.")
        found.append(Remark(Severity.WARNING, what, to_do))
    try:
        found += _read(path, root, office)
    except UnreadableError as failure:
        found.append(Remark(Severity.ERROR, failure.what, failure.to_do))
    return tuple(
        replace(remark, what=named(remark.what, path.name), to_do=named(remark.to_do, path.name))
        for remark in found
    )


def _read(path: PurePosixPath, root: Path, office: Office) -> Iterator[Remark]:
    file = root / path
    try:
        if file.stat().st_size > LARGEST:
            raise package.too_large()
        data = file.read_bytes()
    except OSError:
        raise package.broken() from None
    reading = registry.read(path.suffix.lower(), data)
    yield from reading.remarks
    yield from numbers.remarks(path.name, reading, office)
    for name in reading.authors:
        person = " ".join(name.split())[:_LONGEST_NAME]
        if person and not _is_nobody(person, office):
            what = text("“{file}” names a person who worked on it: “{name}”.", name=person)
            to_do = text("Remove the name from the properties of the file, or give it openly as its author's.")
            yield Remark(Severity.WARNING, what, to_do, person)


def _is_nobody(name: str, office: Office) -> bool:
    """Tell whether a name is the office's, a unit's, or a program's."""
    if _PROGRAMS.search(name):
        return True
    bare = _bare(name)
    units = [words for unit in office.units.values() for words in (*unit.name.values(), unit.email)]
    known = {_bare(words) for words in (*office.name.values(), office.short_name, *units, *office.units)}
    return not bare or bare in known


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def _is_given(person: str, document: Document) -> bool:
    """Tell whether `document` names the person openly, such as a photographer."""
    return bool(person) and person.lower() in page.of(document).lower


def _finding(rule_id: str, source: str, path: PurePosixPath, place: Place, remark: Remark) -> Finding:
    return Finding(rule_id, remark.severity, place, remark.what, remark.to_do, source, about=path)


def _to_look_at(documents: tuple[Document, ...], context: Context) -> tuple[PurePosixPath, ...]:
    """Return the files to tell of: all, or those that a change touches; none if only some texts are checked."""
    if context.touched is not None:
        return tuple(path for path in _files(context) if path in context.touched)
    checked = {document.path for document in documents}
    return _files(context) if checked.issuperset(context.library.paths) else ()


def _files(context: Context) -> tuple[PurePosixPath, ...]:
    return context.once("attachments", lambda: tuple(sorted(_walk(context.root))))


def _walk(root: Path) -> Iterator[PurePosixPath]:
    for folder in FOLDERS:
        for inner, _, names in os.walk(root / folder):
            here = PurePosixPath(Path(inner).relative_to(root).as_posix())
            # Before a path is made of a name: there may be ten thousand.
            attached = (name for name in names if name.lower().endswith(_SUFFIXES))
            yield from (path for path in map(here.joinpath, attached) if path.suffix.lower() in READERS)


def _is_linked(path: PurePosixPath, context: Context) -> bool:
    """Tell whether any document shows or links to the file; asked only when there is something to say about it."""

    def all_linked() -> frozenset[PurePosixPath]:
        return frozenset(
            path for document in context.library.documents for path in linked.files(document, context.root)
        )

    return path in context.once("linked files", all_linked)
