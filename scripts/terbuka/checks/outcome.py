"""The outcome of a whole run, kept while nothing has changed that it depends on.

Rules that look at other documents, at pictures or at git cannot be kept document by document; but if every file is
as it was, so is what they find.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from terbuka import clock
from terbuka.checks import kept
from terbuka.checks.external import history
from terbuka.checks.finding import Finding
from terbuka.checks.kept import Store
from terbuka.checks.rule import Context
from terbuka.git import Git
from terbuka.words.document import public_since
from terbuka.words.library import FOLDERS

BASELINE = PurePosixPath("baseline.yml")

LOOKED_AT = (*FOLDERS, "site")
"""Folders with anything that a rule may look at."""

READ = (".md", ".yml", ".yaml", ".json", ".csv")
"""Files that are compared by what they hold; larger ones, such as pictures, by size and time."""


@dataclass(frozen=True)
class Outcome:
    """What a run came to.

    Attributes:
        findings: in order.
        documents: how many were looked at.
    """

    findings: tuple[Finding, ...]
    documents: int


def key(root: Path, wishes: Sequence[str]) -> str:
    """Return a hash of every file that a rule may look at, of the rules, of the last commit, and of `wishes`."""
    return kept.digest([kept.rules_fingerprint(root), *wishes, _head(root), *_files(root)])


def recall(store: Store, name: str, now: datetime) -> Outcome | None:
    """Return the outcome kept under `name` if it is true at the moment `now`."""
    value = store.get(name)
    if value is None or not datetime.fromisoformat(value["from"]) <= now < datetime.fromisoformat(value["until"]):
        return None
    return Outcome(tuple(kept.finding_from(item) for item in value["findings"]), value["documents"])


def remember(store: Store, name: str, found: Outcome, context: Context) -> None:
    """Keep an outcome under `name`."""
    store.set(
        name,
        {
            "from": context.now.isoformat(),
            "until": true_until(context).isoformat(),
            "findings": [kept.list_of(finding) for finding in found.findings],
            "documents": found.documents,
        },
    )


def _head(root: Path) -> str:
    git = Git(root)
    return git.run("rev-parse", "HEAD") if git.succeeds("rev-parse", "--verify", "-q", "HEAD") else ""


def _files(root: Path) -> Iterator[str]:
    yield _file(root / BASELINE)
    yield _file(root / history.FILE)
    for folder in LOOKED_AT:
        for inner, folders, names in os.walk(root / folder):
            folders.sort()
            yield from (_file(Path(inner, name)) for name in sorted(names))


def _file(path: Path) -> str:
    try:
        if path.suffix in READ:
            return f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        status = path.stat()
    except OSError:
        return f"{path} -"
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def true_until(context: Context) -> datetime:
    """Return the next moment at which findings may change by themselves: midnight, an embargo's end, an expiry."""
    zone = context.office.zone
    today = context.now.astimezone(zone).date()
    moments = [clock.start_of(today + timedelta(days=1), zone)]
    for document in context.library.valid():
        moments.append(public_since(document, zone))
        if document.valid.expires_at:
            moments.append(document.valid.expires_at)
    return min(moment for moment in moments if moment > context.now)
