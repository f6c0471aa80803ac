"""Findings that are still true from an earlier run, kept below build/ by the hash of all they depend on.

Two layers: the findings on one document by rules that look at nothing else, and the outcome of a whole run.
The file can be thrown away at any time; one that cannot be read is.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from terbuka import office
from terbuka.checks import vale
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Rule
from terbuka.errors import Place
from terbuka.text import Text
from terbuka.words import register
from terbuka.words.document import Document

FILE = PurePosixPath("build/cache/checks.sqlite")
"""From the repository's root."""

UNUSED_DAYS = 30
"""What nobody has asked for this long is forgotten."""

HOUSE = Path(__file__).parents[1]
"""The code, whose every change makes all findings doubtful."""

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, day TEXT NOT NULL)"


class Store:
    """Values by key, in a file; one that cannot be opened keeps nothing and says nothing.

    Args:
        root: the repository's folder.
    """

    def __init__(self, root: Path) -> None:
        self._file = _open(root / FILE)
        self._new: dict[str, str] = {}

    def get(self, key: str) -> Any | None:  # noqa: ANN401  whatever JSON can hold
        """Return what is kept under `key`, or None."""
        if self._file is None:
            return None
        row = self._file.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def set(self, key: str, value: object) -> None:
        """Keep `value` under `key` when the store is closed."""
        self._new[key] = json.dumps(value, ensure_ascii=False)

    def close(self) -> None:
        """Write what is new and forget what is old. Another run that writes at the same time wins."""
        if self._file is None:
            return
        with suppress(sqlite3.Error), self._file:
            rows = list(self._new.items())
            self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, date('now'))", rows)
            self._file.execute("DELETE FROM kept WHERE day < date('now', ?)", (f"-{UNUSED_DAYS} days",))
        self._file.close()


class Kept:
    """What certain rules found in each document.

    Args:
        store: where it is kept.
        context: what the rules know.
        rules: the rules that run; their findings are kept together.
    """

    def __init__(self, store: Store, context: Context, rules: Mapping[str, Rule]) -> None:
        day = context.now.astimezone(context.office.zone).date().isoformat()
        lasting = [name for name, rule in rules.items() if rule.DEPENDS is not Depends.REPOSITORY]
        dated = any(rules[name].DEPENDS is Depends.DAY for name in lasting)
        self._rules = digest([rules_fingerprint(context.root), *lasting, day if dated else ""])
        self._store = store

    def find(self, document: Document) -> list[Finding] | None:
        """Return what was found in `document` as it now stands, or None if that is not known."""
        value = self._store.get(self._key(document))
        return None if value is None else [finding_from(item) for item in value]

    def keep(self, document: Document, findings: Iterable[Finding]) -> None:
        """Remember what was found in `document`."""
        self._store.set(self._key(document), [list_of(finding) for finding in findings])

    def _key(self, document: Document) -> str:
        return digest([self._rules, str(document.path), document.hash])


def _open(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            store = sqlite3.connect(path, timeout=5)
            store.execute(_TABLE)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink()
        except OSError:
            return None
        else:
            return store
    return None


def rules_fingerprint(root: Path) -> str:
    """Return a hash of the code, the settings, the register, the styles and the version of Vale."""
    settings = [root / office.FILE, root / register.FILE, root / vale.CONFIG]
    files = [*settings, *_files(root / "styles"), *_files(HOUSE)]
    wanted = (file for file in files if file.is_file() and file.suffix not in (".pyc", ".po"))
    return digest([_file(file) for file in wanted] + [_vale(root)])


def _files(folder: Path) -> Iterator[Path]:
    for inner, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(inner, name) for name in sorted(names))


def _file(path: Path) -> str:
    return f"{path}:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def _vale(root: Path) -> str:
    tools = [path for path in vale.candidates(root) if path.is_file()]
    return " ".join(f"{path}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in tools)


def digest(parts: Sequence[str]) -> str:
    """Return a hash of `parts`."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()


def list_of(finding: Finding) -> list[Any]:
    """Return a finding as JSON can hold it."""
    place, edit = finding.place, finding.edit
    return [
        finding.rule,
        finding.severity.value,
        [str(place.path), place.line, place.column],
        [finding.message.key, finding.message.values],
        [finding.fix.key, finding.fix.values],
        finding.source,
        [edit.old, edit.new] if edit else None,
        str(finding.about) if finding.about else None,
    ]


def finding_from(item: list[Any]) -> Finding:
    """Return the finding that `list_of` made a list of."""
    rule, severity, (path, line, column), message, fix, source, edit, about = item
    return Finding(
        rule,
        Severity(severity),
        Place(PurePosixPath(path), line, column),
        _text(message),
        _text(fix),
        source,
        Edit(*edit) if edit else None,
        PurePosixPath(about) if about else None,
    )


def _text(item: list[Any]) -> Text:
    return Text(item[0], tuple((name, value) for name, value in item[1]))
