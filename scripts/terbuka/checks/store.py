"""Words kept from one run to the next in a file below build/, each on a shelf under a key.

The file can be thrown away at any time; one that cannot be read is. Whatever is kept is packed with a checksum, so
that what a broken disk has changed is not taken for what was kept.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path, PurePosixPath
from types import MappingProxyType

FILE = PurePosixPath("build/cache/kept.sqlite")
"""From the repository's root."""

UNUSED_DAYS = 30
"""What was kept this long ago is forgotten."""


class Shelf(StrEnum):
    """What is kept."""

    DOCUMENT = "document"
    """What was found in one document."""

    RUN = "run"
    """What a whole run came to."""

    REPORT = "report"
    """What a whole run told, as it was printed."""


MOST: Mapping[Shelf, int] = MappingProxyType({Shelf.RUN: 8, Shelf.REPORT: 8})
"""How many are kept where one may be large; every change of a file makes a new one."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, shelf TEXT NOT NULL, key TEXT NOT NULL,"
    " value BLOB NOT NULL, day TEXT NOT NULL, UNIQUE (shelf, key))"
)
_OLD = "DELETE FROM kept WHERE day < date('now', ?)"
_TOO_MANY = (
    "DELETE FROM kept WHERE shelf = ?1"
    " AND id NOT IN (SELECT id FROM kept WHERE shelf = ?1 ORDER BY id DESC LIMIT ?2)"
)

_FASTEST = 1
"""zlib's level: reports are a tenth as large with it, and hardly smaller with others."""


class Store:
    """What is kept; a file that cannot be opened keeps nothing and says nothing.

    Args:
        root: the repository's folder.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / FILE
        self._file = _open(self._path)
        self._new: dict[tuple[Shelf, str], bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept, as in a new clone."""
        try:
            return self._file is None or self._file.execute("SELECT 1 FROM kept LIMIT 1").fetchone() is None
        except sqlite3.Error:
            return True

    def get(self, shelf: Shelf, key: str) -> bytes | None:
        """Return what is kept on `shelf` under `key`, or None."""
        if self._file is None:
            return None
        try:
            row = self._file.execute("SELECT value FROM kept WHERE shelf = ? AND key = ?", (shelf, key)).fetchone()
            return zlib.decompress(row[0]) if row else None
        except (sqlite3.Error, zlib.error, TypeError) as failure:
            self._give_up(failure)
            return None

    def set(self, shelf: Shelf, key: str, value: bytes) -> None:
        """Keep `value` under `key` when the store is closed."""
        self._new[shelf, key] = zlib.compress(value, _FASTEST)

    def close(self) -> None:
        """Write what is new and forget what is old. Another run that writes at the same time wins."""
        if self._file and self._new:
            try:
                self._write(self._file)
            except sqlite3.Error as failure:
                self._give_up(failure)
        if self._file:
            self._file.close()

    def _write(self, file: sqlite3.Connection) -> None:
        rows = [(*name, value) for name, value in self._new.items()]
        with file:
            file.executemany(
                "INSERT OR REPLACE INTO kept (shelf, key, value, day) VALUES (?, ?, ?, date('now'))", rows
            )
            file.execute(_OLD, (f"-{UNUSED_DAYS} days",))
            for shelf, most in MOST.items():
                file.execute(_TOO_MANY, (shelf, most))

    def _give_up(self, failure: Exception) -> None:
        """Begin with an empty file, unless another run is only writing into this one."""
        if _is_busy(failure):
            return
        if self._file:
            self._file.close()
        with suppress(OSError):
            self._path.unlink()
        self._file = _open(self._path)


def _open(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            store = sqlite3.connect(path, timeout=5)
            store.execute(_TABLE)
        except OSError:
            return None
        except sqlite3.Error as failure:
            if _is_busy(failure):
                return None
            with suppress(OSError):
                path.unlink()
        else:
            return store
    return None


def _is_busy(failure: Exception) -> bool:
    return getattr(failure, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
