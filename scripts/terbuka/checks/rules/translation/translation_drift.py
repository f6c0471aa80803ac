"""A paragraph whose original was changed after its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from terbuka.checks import history, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.history import UNSAVED, Commit, Line
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.translations import Pair, Part, Twin, pairs
from terbuka.git import Git
from terbuka.text import text
from terbuka.words.document import Document

ID = "translation-drift"
FAMILY = Family.TRANSLATION
DEPENDS = Depends.REPOSITORY
SUMMARY = text("A paragraph that was changed is changed in its translation, too.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2)"
SEVERITY = Severity.WARNING

check_document = rule.nothing_in_document

_History = Mapping[PurePosixPath, Sequence[Line]]


def check_library(documents: tuple[Document, ...], context: Context) -> Iterable[Finding]:
    """Compare when each part was changed last; one run of git for all documents."""
    found = [pair for pair in pairs(documents, context) if "withdrawn" not in _statuses(pair)]
    paths = [document.path for pair in found for document in (pair.original, pair.translation)]
    known = history.lines(context.root, paths)
    new = _new_commits(context) if known else frozenset[str]()
    return [finding for pair in found for finding in _look(pair, known, new, context)]


def _new_commits(context: Context) -> frozenset[str]:
    """Return the commits that a pull request brings; what drifted before is not its author's business."""
    if context.base is None:
        return frozenset()
    return frozenset([UNSAVED.name, *Git(context.root).run("rev-list", f"{context.base}..HEAD").split()])


def _statuses(pair: Pair) -> tuple[str, str]:
    return pair.original.valid.status, pair.translation.valid.status


def _look(pair: Pair, known: _History, new: frozenset[str], context: Context) -> Iterator[Finding]:
    ours, theirs = known.get(pair.original.path, ()), known.get(pair.translation.path, ())
    if not (_covers(ours, pair.original) and _covers(theirs, pair.translation)):
        return
    for twin in pair.twins():
        changed = max(line.said for line in _lines(ours, twin.original))
        if changed > max(line.touched for line in _lines(theirs, twin.translation)):
            about = twin.original.place.path if changed.name in new else None
            yield _finding(twin, changed, about, context)


def _covers(known: Sequence[Line], document: Document) -> bool:
    """Tell whether the history is about the file as it was read: git sees no lines in what it calls binary."""
    length = document.body_line + document.body.count("\n")
    return bool(known) and length - 1 <= len(known) <= length


def _lines(known: Sequence[Line], part: Part) -> Sequence[Line]:
    return known[part.place.line - 1 : part.last]


def _finding(twin: Twin, changed: Commit, about: PurePosixPath | None, context: Context) -> Finding:
    original = f"{twin.original.place.path}:{twin.original.place.line}"
    if changed is UNSAVED:
        message = text(
            "The original of this part ({place}) has been changed; the translation has not.", place=original
        )
        fix = text("Change the translation too, and commit both together.")
    else:
        day = changed.day(context.office.zone).isoformat()
        message = text(
            "The original of this part ({place}) was changed on {date}, commit {commit}; the translation was not.",
            place=original,
            date=day,
            commit=changed.short,
        )
        fix = text(
            "Compare the two and translate what is new; git show {commit} shows the change.", commit=changed.short
        )
    return Finding(ID, SEVERITY, twin.translation.place, message, fix, SOURCE, about=about)
