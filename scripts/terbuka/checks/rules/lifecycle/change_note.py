"""A change of a published text is noted, and the note says whether readers have to know of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from terbuka.checks import trifles
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import WordsError
from terbuka.git import Git
from terbuka.marked_yaml import Problem, parse
from terbuka.text import Text, text
from terbuka.words.document import Document, public_since
from terbuka.words.fields import Change
from terbuka.words.library import FOLDERS
from terbuka.words.parse import split

ID = "change-note"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.REPOSITORY
SUMMARY = text("A change of a published text is noted, and the note says whether readers have to know.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2)"
SEVERITY = Severity.ERROR

SHOWN = ("title", "summary")
"""What readers get besides the body."""

_THING = r"isi|teks|tulisan|naskah|data|artikel|berita|halaman|konten|informasi|dokumen|text|content|page|article"
_DONE = (
    r"pembaruan|perbaikan|perubahan|penyesuaian|penyuntingan|koreksi|ralat|revisi|update|edit|direvisi|diperbarui|diperbaiki"
    r"|diubah|disesuaikan|disunting|changes?|changed|updated?|corrections?|corrected|fix(?:ed)?|edited|revision|revised"
)
_SAYS_NOTHING = re.compile(
    rf"\W*(?:(?:{_DONE}|{_THING}|ada|sudah|telah|kecil|minor|redaksional|lagi|small|some|was|the|final|baru)\b\W*){{1,6}}",
    re.I,
)
_FIGURE = re.compile(r"\d[\d.,:/-]*")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield notes that say nothing, or whose day cannot be."""
    meta = document.meta
    if meta is None or not meta.changes:
        return
    today = context.now.astimezone(context.office.zone).date()
    for index, change in enumerate(meta.changes):
        if change.date < meta.date:
            yield _finding(
                document,
                text("The change is dated {day}, before the text was published.", day=str(change.date)),
                text("Write the day on which the published text was changed."),
                index=index,
            )
        elif change.date > today:
            yield _finding(
                document,
                text("The change is dated {day}, which is still to come.", day=str(change.date)),
                text("Write the day on which the published text was changed."),
                index=index,
            )
        if _SAYS_NOTHING.fullmatch(change.note):
            yield _finding(
                document,
                text("“{note}” does not say what has changed.", note=change.note),
                text("Say what was there before and what is there now."),
                severity=Severity.WARNING,
                index=index,
            )


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield published texts that differ from the base without a new note.

    Raises:
        GitError: the base is not a commit of this repository.
    """
    git = Git(context.root)
    base = context.base or "HEAD"
    if context.base is None and not git.succeeds("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
        return  # nothing was ever committed, so nothing was published
    checked = {document.path: document for document in documents if _is_read(document, context)}
    moved = [
        (old, new) for old, new in git.modified_since(base, *_folders(context)) if PurePosixPath(new) in checked
    ]
    for (old, new), content in zip(moved, git.contents(base, [old for old, _ in moved]), strict=True):
        yield from _compare(checked[PurePosixPath(new)], content, PurePosixPath(old))


def _folders(context: Context) -> list[str]:
    return [folder for folder in FOLDERS if (context.root / folder).is_dir()]


def _is_read(document: Document, context: Context) -> bool:
    """Tell whether people can already read this document, so that a change may mislead those who have."""
    meta = document.meta
    return (
        meta is not None
        and meta.status == "published"
        and public_since(document, context.office.zone) <= context.now
    )


def _compare(document: Document, content: bytes, path: PurePosixPath) -> Iterator[Finding]:
    whole = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    try:
        header, body, _ = split(whole, path)
    except WordsError:
        return  # it was no document, so nobody could read it
    source = parse(header, path)
    if (
        isinstance(source, Problem)
        or not isinstance(source.value, dict)
        or source.value.get("status") != "published"
    ):
        return
    before = _shown(source.value, body)
    after = _shown(document.front_matter.value, document.body)
    if trifles.same(before, after):
        return
    new = _new_notes(source.value, document)
    if not new:
        yield _finding(
            document,
            text("The published text has changed, but no note says so."),
            text(
                "Add an entry to “changes”: date, note, and “readers: true” if people who know the old text "
                "have to know; otherwise “readers: false”."
            ),
        )
    elif not any(change.readers for change in new) and Counter(_FIGURE.findall(before)) != Counter(
        _FIGURE.findall(after)
    ):
        yield _finding(
            document,
            text("Figures, dates or times have changed, but the note says that readers need not know."),
            text("Write “readers: true” if somebody could act on the old ones."),
            severity=Severity.WARNING,
        )


def _shown(fields: Mapping[str, Any], body: str) -> str:
    return "\n".join([*(str(fields.get(key, "")) for key in SHOWN), body])


def _new_notes(before: Mapping[str, Any], document: Document) -> list[Change]:
    """Return the changes that are noted now and were not before."""
    listed = before.get("changes")
    old = (
        Counter(str(item.get("note")) for item in listed if isinstance(item, dict))
        if isinstance(listed, list)
        else Counter()
    )
    new = []
    for change in document.valid.changes:
        if old[change.note]:
            old[change.note] -= 1
        else:
            new.append(change)
    return new


def _finding(
    document: Document, what: Text, to_do: Text, severity: Severity = SEVERITY, index: int | None = None
) -> Finding:
    if index is not None:
        place = document.place("changes", index)
    else:
        place = document.place("changes" if "changes" in document.front_matter.value else "status")
    return Finding(ID, severity, place, what, to_do, SOURCE)
