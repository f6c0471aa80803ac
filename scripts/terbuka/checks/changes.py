"""Which lines a change touches, so that a pull request hears about its own mistakes only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from terbuka.checks.finding import Finding
from terbuka.git import Git
from terbuka.words.document import Document
from terbuka.words.library import FOLDERS, Library

_FILE = re.compile(r'\+\+\+ (?P<quote>"?)b/(?P<path>.*?)(?P=quote)\t?')
_BINARY = re.compile(r'Binary files .* and (?P<quote>"?)b/(?P<path>.*?)(?P=quote) differ')
_HUNK = re.compile(r"@@ -\d+(?:,(?P<old>\d+))? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@.*")


@dataclass(frozen=True)
class Changes:
    """What differs from a commit.

    Attributes:
        base: the commit.
        lines: the lines that are new or different, by file; of a new file, all. Where lines were only taken away,
            the lines around the gap.
        gone: files that were deleted or moved away.
    """

    base: str
    lines: Mapping[PurePosixPath, frozenset[int]]
    gone: frozenset[PurePosixPath]

    @property
    def paths(self) -> frozenset[PurePosixPath]:
        """Every file that differs."""
        return self.gone | self.lines.keys()

    def documents(self, library: Library) -> tuple[PurePosixPath, ...]:
        """Return where the documents are that the change is about.

        They differ, or are translations of such, or put in or link to what differs.
        """
        direct = {path for path in self.lines if path in library.by_path}
        direct |= {other for path in direct for other in library.others(path)}
        others = (path for path in self.paths if path not in library.by_path)
        names = {path.name for path in others if path.parts[0] in FOLDERS}
        indirect = set(_mentioning(library, names)) if names else set()
        return tuple(sorted(direct | indirect))

    def keep(self, findings: Iterable[Finding], documents: Iterable[Document]) -> tuple[Finding, ...]:
        """Return the findings that the change has brought about.

        These stand on a line that it touches; or in the front matter, which is about the whole file; or they are
        about another file that it touches; or the file is not one of `documents` (the register, a shared block).
        """
        bodies = {document.path: document.body_line for document in documents}
        return tuple(finding for finding in findings if self._is_new(finding, bodies))

    def _is_new(self, finding: Finding, bodies: Mapping[PurePosixPath, int]) -> bool:
        path, line = finding.place.path, finding.place.line
        if finding.about in self.paths:
            return True
        if path not in self.lines:
            return False
        return path.suffix != ".md" or line in self.lines[path] or line < bodies.get(path, 1)


def since(root: Path, base: str) -> Changes:
    """Compare the files below `root`, saved but not committed ones included, with where `base` was left.

    Raises:
        GitError: there is no such commit, or no repository.
    """
    git = Git(root)
    git.require()
    fork = git.fork_point(base)
    lines = dict(_touched(git.difference(fork)))
    gone = {PurePosixPath(name) for name in git.deleted_since(fork)}
    for name in git.untracked():
        lines[PurePosixPath(name)] = frozenset(range(1, _length(root / name) + 2))
    return Changes(fork, lines, frozenset(gone))


def _touched(difference: Iterable[str]) -> Iterator[tuple[PurePosixPath, frozenset[int]]]:
    """Yield the files of a ``git diff --unified=0`` and their new lines."""
    path: PurePosixPath | None = None
    numbers: set[int] = set()
    inside = 0  # lines of a hunk that are still to come: words of the file, whatever they look like
    for line in difference:
        if inside and not line.startswith("\\"):
            inside -= 1
        elif hunk := _HUNK.fullmatch(line):
            first, count = int(hunk["first"]), int(hunk["count"] or 1)
            numbers.update(range(first, first + count) if count else (first, first + 1))
            inside = int(hunk["old"] or 1) + count
        elif named := _FILE.fullmatch(line):
            path = PurePosixPath(_unquoted(named["path"]) if named["quote"] else named["path"])
        elif whole := _BINARY.fullmatch(line):
            path = PurePosixPath(_unquoted(whole["path"]) if whole["quote"] else whole["path"])
            numbers.add(1)
        elif line.startswith("diff --git "):
            if path:
                yield path, frozenset(numbers)
            path, numbers = None, set()
    if path:
        yield path, frozenset(numbers)


def _unquoted(name: str) -> str:
    """Return a file name that git has quoted because of unusual characters."""
    return name.encode("latin-1", "backslashreplace").decode("unicode_escape")


def _length(path: Path) -> int:
    try:
        return path.read_bytes().count(b"\n")
    except OSError:
        return 0


def _mentioning(library: Library, names: Iterable[str]) -> Iterator[PurePosixPath]:
    """Yield the documents in whose files one of `names` stands; read as bytes, because many may have to be."""
    wanted = re.compile(b"|".join(re.escape(name.encode()) for name in sorted(names)))
    for path in library.paths:
        if wanted.search((library.root / path).read_bytes()):
            yield path
