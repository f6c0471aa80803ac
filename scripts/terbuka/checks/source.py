"""The raw lines of the files that findings point into."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from terbuka import settings_file
from terbuka.errors import WordsError


def lines(root: Path, path: PurePosixPath) -> list[str]:
    """Return the lines of the file `path` below `root`; none if it cannot be read."""
    words = _read(root, path)
    return [] if words is None else words.split("\n")


def text(root: Path, path: PurePosixPath) -> str:
    """Return what is written in the file `path` below `root`; nothing if it cannot be read."""
    return _read(root, path) or ""


def _read(root: Path, path: PurePosixPath) -> str | None:
    """Return the text of a file; None if it cannot be read, which the rule ``front-matter`` tells."""
    try:
        return settings_file.read_text(root / path, path)
    except WordsError:
        return None
