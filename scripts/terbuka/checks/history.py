"""Which commit last changed each line of a file: many files in one run of git, changes not yet committed included.

History is read along the first parents: a merge counts as one change, made when it was merged, so that what came
in one pull request came at the same time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from terbuka.checks import trifles
from terbuka.git import Git

_COMMIT = re.compile(r"commit (?P<name>[0-9a-f]{40,64}) (?P<seconds>\d+)")
_FILE = re.compile(r"(?:\+\+\+ b|--- a)/(?P<path>[^\t]+)\t?")
_HUNK = re.compile(r"@@ -(?P<start>\d+)(?:,(?P<old>\d+))? \+\d+(?:,(?P<new>\d+))? @@.*")
_UNSEEN = re.compile(r"<!--.*?-->|\]\([^()\n]*\)|\]:[ \t]*\S+", re.S)
"""What readers of the words do not see: comments, and where links lead."""


@dataclass(frozen=True, slots=True, order=True)
class Commit:
    """When a line was changed.

    Attributes:
        number: counts from the oldest commit.
        name: its hash; "" for what is not committed yet.
        seconds: its time, since 1970.
    """

    number: int
    name: str = ""
    seconds: int = 0

    @property
    def short(self) -> str:
        """The hash as people write it."""
        return self.name[:8]

    def day(self, zone: ZoneInfo) -> date:
        """Return the day of the commit."""
        return datetime.fromtimestamp(self.seconds, zone).date()


UNSAVED = Commit(sys.maxsize)
"""A change that is not committed yet, later than all that are."""


@dataclass(frozen=True, slots=True)
class Line:
    """The last changes of one line.

    Attributes:
        said: when what it says was changed; the correction of a slip does not count.
        touched: when anything on it was changed.
    """

    said: Commit
    touched: Commit


@dataclass
class _Hunk:
    """Lines that one commit took away and put in.

    Attributes:
        path: the file.
        start: where they stood, from 1; where nothing was taken away, the line before the new ones.
        wanted: how many lines are still to come: taken away, put in.
    """

    path: str
    start: int
    wanted: list[int]
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Take the next line of the patch."""
        gone = line.startswith("-")
        (self.old if gone else self.new).append(line[1:])
        self.wanted[0 if gone else 1] -= 1


def lines(root: Path, paths: Sequence[PurePosixPath]) -> Mapping[PurePosixPath, Sequence[Line]]:
    """Return the last change of every line of the files at `paths` that are in git, under their paths.

    Without a repository or a commit there is no history, and nothing is returned.
    """
    git = Git(root)
    if not paths or not git.succeeds("rev-parse", "--verify", "-q", "HEAD"):
        return {}
    found: dict[str, list[Line]] = {str(path): [] for path in paths}
    for commit, hunk in _hunks(git.history([str(path) for path in paths]), None):
        _apply(found, hunk, commit)
    for commit, hunk in _hunks(git.difference("HEAD"), UNSAVED):
        _apply(found, hunk, commit)
    return {PurePosixPath(path): known for path, known in found.items() if known}


def _hunks(patch: Iterable[str], commit: Commit | None) -> Iterator[tuple[Commit, _Hunk]]:
    """Yield the hunks of patches; each belongs to the commit named last, or to `commit`."""
    now, path, number = commit, "", 0
    hunk: _Hunk | None = None
    for line in patch:
        if hunk and any(hunk.wanted):
            # Words of the file, whatever they look like; git's remark on a missing line end begins with "\".
            if not line.startswith("\\"):
                hunk.take(line)
        elif head := _HUNK.fullmatch(line):
            hunk = _Hunk(path, int(head["start"]), [int(head["old"] or 1), int(head["new"] or 1)])
        elif named := _FILE.fullmatch(line):
            path = named["path"]
        elif told := _COMMIT.fullmatch(line):
            number += 1
            now = Commit(number, told["name"], int(told["seconds"]))
        if hunk and not any(hunk.wanted) and now:
            yield now, hunk
            hunk = None


def _apply(found: Mapping[str, list[Line]], hunk: _Hunk, commit: Commit) -> None:
    known = found.get(hunk.path)
    if known is None:
        return
    start = hunk.start - 1 if hunk.old else hunk.start
    before = known[start : start + len(hunk.old)]
    known[start : start + len(hunk.old)] = _changed(before, hunk, commit)
    if hunk.old and not hunk.new and 0 < start <= len(known):
        # What is gone has no line; the one above the gap stands for it.
        known[start - 1] = Line(commit, commit)


def _changed(before: Sequence[Line], hunk: _Hunk, commit: Commit) -> list[Line]:
    """Return the new lines of a hunk; if they say what the old ones said, they said it then."""
    if not before or not trifles.same(_seen(hunk.old), _seen(hunk.new)):
        return [Line(commit, commit)] * len(hunk.new)
    if len(before) == len(hunk.new):
        return [Line(line.said, commit) for line in before]
    return [Line(max(line.said for line in before), commit)] * len(hunk.new)


def _seen(rows: Sequence[str]) -> str:
    return _UNSEEN.sub("] ", "\n".join(rows))
