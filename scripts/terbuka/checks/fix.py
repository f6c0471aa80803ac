"""Safe replacements, put into the files; everything that needs judgement is left to a person."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from terbuka.checks.finding import Edit, Finding

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_HARMLESS = re.compile(r"[\w .,%/()–-]*")
"""What a replacement in the front matter may hold: nothing that means something to YAML."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """One file and what replacements make of it.

    Attributes:
        path: from the repository's root.
        before: the whole text.
        after: the same, mended.
        done: the findings that are mended.
    """

    path: PurePosixPath
    before: str
    after: str
    done: tuple[Finding, ...]

    def difference(self) -> str:
        """Return a unified diff."""
        rows = difflib.unified_diff(
            _LINE_END.sub("\n", self.before).split("\n"),
            _LINE_END.sub("\n", self.after).split("\n"),
            f"a/{self.path}",
            f"b/{self.path}",
            lineterm="",
            n=1,
        )
        return "".join(f"{row}\n" for row in rows)


def plan(root: Path, findings: Iterable[Finding], bodies: Mapping[PurePosixPath, int]) -> Iterator[Fixed]:
    """Yield what the safe replacements of `findings` would make of each file; nothing is written yet.

    Args:
        root: the repository's folder.
        findings: what the rules found, silenced ones left out.
        bodies: the line on which the body of each document begins.
    """
    by_path: dict[PurePosixPath, list[Finding]] = {}
    for finding in findings:
        if finding.edit:
            by_path.setdefault(finding.place.path, []).append(finding)
    for path, here in sorted(by_path.items()):
        with (root / path).open(encoding="utf-8", newline="") as file:
            before = file.read()
        after, done = _mended(before, here, bodies.get(path, 1))
        if done:
            yield Fixed(path, before, after, tuple(done))


def write(root: Path, fixed: Fixed) -> None:
    """Replace the file as a whole: a stop in the middle leaves the old one."""
    file = root / fixed.path
    new = file.with_name(f".{file.name}.new")
    new.write_text(fixed.after, encoding="utf-8", newline="")
    new.chmod(file.stat().st_mode)
    new.replace(file)


def _mended(before: str, findings: list[Finding], body_line: int) -> tuple[str, list[Finding]]:
    parts = _LINE_END.split(before)  # line, its end, line, its end, …
    done: list[Finding] = []
    untouched: dict[int, int] = {}  # by line, the columns left of which nothing has been replaced
    for finding in sorted(findings, key=lambda finding: finding.place, reverse=True):
        line, start, edit = finding.place.line, finding.place.column - 1, finding.edit
        row = parts[2 * (line - 1)] if 2 * (line - 1) < len(parts) else ""
        if edit is None or not row.startswith(edit.old, start):
            continue
        overlaps = start + len(edit.old) > untouched.get(line, len(row))
        if overlaps or (line < body_line and not _HARMLESS.fullmatch(edit.new)):
            continue
        parts[2 * (line - 1)] = _replaced(row, start, edit)
        untouched[line] = start
        done.append(finding)
    return "".join(parts), sorted(done, key=lambda finding: finding.order)


def _replaced(row: str, start: int, edit: Edit) -> str:
    return row[:start] + edit.new + row[start + len(edit.old) :]
