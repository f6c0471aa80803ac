"""Everything that findings depend on, as a hash: the code and what it stands on, the settings, and the files.

All of it is read again in every run, so a file is a string here, not a Path: there may be ten thousand.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from terbuka import office
from terbuka.checks import vale
from terbuka.checks.external import history
from terbuka.git import Git
from terbuka.words import places

HOUSE = Path(__file__).parents[1]
"""The code, whose every change makes all findings doubtful."""

LOOKED_AT = frozenset((*places.FOLDERS, "site"))
"""Folders whose texts are compared by what they hold."""

READ = (".md", ".yml", ".yaml", ".json", ".csv")
"""Files that are compared by what they hold; larger ones, such as pictures, by size and time."""

_TOOLS = frozenset({"__pycache__", "build", "node_modules"})
"""Folders that no text links into: what tools make."""

_NO_CODE = (".pyc", ".po")


def digest(parts: Iterable[str]) -> str:
    """Return a hash of `parts`."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()


def rules(root: Path) -> str:
    """Return a hash of the code, of the libraries it uses, of the settings, the register, the styles and Vale."""
    files = [root / office.FILE, root / places.REGISTER, root / vale.CONFIG]
    folders = [entry.path for folder in (root / "styles", HOUSE) for entry in _below(str(folder))]
    words = [_words(path) for path in (*map(str, files), *folders) if not path.endswith(_NO_CODE)]
    return digest([*words, *_libraries(), _vale(root)])


def whole(root: Path, wishes: Sequence[str]) -> str:
    """Return a hash of all that `rules` covers, of every file that a rule may look at, of git, and of `wishes`."""
    texts = (_words(str(root / history.FILE)), *_repository(root))
    return digest([rules(root), *wishes, "", Git(root).position(), *texts])


def sentences(language: str) -> str:
    """Return a hash of the catalogues in which findings are said."""
    return digest(_words(entry.path) for entry in _below(str(HOUSE / "locale" / language)))


def _repository(root: Path) -> Iterator[str]:
    """Yield what tells of a change of any file; a text may link to each."""
    for entry in _entries(str(root)):
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name not in _TOOLS:
                tell = _told if entry.name in LOOKED_AT else _status
                yield from (tell(inner) for inner in _below(entry.path))
        else:
            yield _told(entry)


def _below(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield what lies in a folder and its folders, in order; linked folders are not entered."""
    for entry in _entries(folder):
        yield entry
        if entry.is_dir(follow_symlinks=False) and entry.name not in _TOOLS:
            yield from _below(entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _told(entry: os.DirEntry[str]) -> str:
    return _words(entry.path) if entry.name.endswith(READ) else _status(entry)


def _words(path: str) -> str:
    """Return a path with the hash of what the file holds."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  a Path for each of ten thousand takes time
            return f"{path} {hashlib.sha256(file.read()).hexdigest()}"
    except OSError:
        return f"{path} -"


def _status(entry: os.DirEntry[str]) -> str:
    """Return a path with size and time; of a folder, only that it is there."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return f"{entry.path}/"
        status = entry.stat()
    except OSError:
        return f"{entry.path} -"
    return f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _libraries() -> list[str]:
    """Return Python and the names of all that is installed beside it, which end in versions."""
    names = {entry.name for folder in sys.path for entry in _entries(folder or ".")}
    return [sys.version, *sorted(name for name in names if name.endswith(".dist-info"))]


def _vale(root: Path) -> str:
    tools = [path for path in vale.candidates(root) if path.is_file()]
    return " ".join(f"{path}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in tools)
