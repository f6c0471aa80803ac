"""The raw lines of the files that findings point into."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from terbuka import settings_file
from terbuka.errors import WordsError


def lines(root: Path, path: PurePosixPath) -> list[str]:
    """Return the lines of the file `path` below `root`; none if it cannot be read: ``front-matter`` tells why."""
    try:
        return settings_file.read_text(root / path, path).split("\n")
    except WordsError:
        return []
