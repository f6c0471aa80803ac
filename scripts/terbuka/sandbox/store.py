"""What the platforms remember: in memory, or in one SQLite file that survives being killed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from terbuka.errors import UsageError
from terbuka.text import text

FILE = "sandbox.sqlite"

Record = dict[str, Any]
"""Whatever JSON can hold, under names."""

_TABLES = """
CREATE TABLE IF NOT EXISTS things (
    place INTEGER PRIMARY KEY AUTOINCREMENT, shelf TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    UNIQUE (shelf, key)
);
CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, mime TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
"""


class Store:
    """Shelves of records, and files. Every change is whole or not at all.

    Raises:
        UsageError: the folder cannot be used, holds something else, or another sandbox has it open.
    """

    def __init__(self, folder: Path | None = None) -> None:
        try:
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
            path = ":memory:" if folder is None else str(folder / FILE)
            # One connection, used by the server's thread; autocommit, because `writing` sets the bounds.
            self._base = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
            self._base.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise UsageError(
                text(
                    "The sandbox cannot keep its posts in {folder} ({reason}).",
                    folder=str(folder),
                    reason=str(error),
                ),
                text("Stop the other sandbox that uses this folder, or choose an empty one with --state."),
            ) from None

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make all changes in the block, or none of them if it fails."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def put(self, shelf: str, key: str, value: Record) -> None:
        """Store a record; one that is there already keeps its place in the order."""
        self._base.execute(
            "INSERT INTO things (shelf, key, value) VALUES (?, ?, ?)"
            " ON CONFLICT (shelf, key) DO UPDATE SET value = excluded.value",
            (shelf, key, json.dumps(value, ensure_ascii=False)),
        )

    def get(self, shelf: str, key: str) -> Record | None:
        """Return a record, or None."""
        row = self._base.execute("SELECT value FROM things WHERE shelf = ? AND key = ?", (shelf, key)).fetchone()
        return _read(row[0]) if row else None

    def all(self, shelf: str) -> list[Record]:
        """Return every record of a shelf, the oldest first."""
        rows = self._base.execute("SELECT value FROM things WHERE shelf = ? ORDER BY place", (shelf,))
        return [_read(row[0]) for row in rows]

    def remove(self, shelf: str, key: str) -> bool:
        """Take a record away; tell whether it was there."""
        return self._base.execute("DELETE FROM things WHERE shelf = ? AND key = ?", (shelf, key)).rowcount > 0

    def next(self, counter: str) -> int:
        """Return 1, 2, 3 … of a counter; a number is never given twice."""
        row = self._base.execute(
            "INSERT INTO counters (name, value) VALUES (?, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            (counter,),
        ).fetchone()
        return int(row[0])

    def keep_file(self, key: str, mime: str, content: bytes) -> None:
        """Store the bytes of a picture."""
        self._base.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (key, mime, content))

    def file(self, key: str) -> tuple[str, bytes] | None:
        """Return a file's media type and bytes, or None."""
        row = self._base.execute("SELECT mime, content FROM files WHERE key = ?", (key,)).fetchone()
        return (str(row[0]), bytes(row[1])) if row else None


def _read(words: str) -> Record:
    value: Record = json.loads(words)
    return value
