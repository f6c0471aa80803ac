"""For people at a terminal: place, severity, rule, message, what to do, and the line with a caret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from terbuka.checks import source
from terbuka.checks.finding import Finding, Severity
from terbuka.text import Text, text

WIDTH = 100
"""Characters of the source line that are shown; paragraphs are often one very long line."""

BEFORE = 40
"""Characters shown before the caret where the line is cut."""

SEVERITIES: dict[Severity, Text] = {
    Severity.ERROR: text("error"),
    Severity.WARNING: text("warning"),
    Severity.SUGGESTION: text("suggestion"),
}


def render(findings: Iterable[Finding], root: Path, language: str) -> str:
    """Return the findings in `language`; the lines come from the files below `root`."""
    return "".join(f"{row}\n" for finding in findings for row in _rows(finding, root, language))


def _rows(finding: Finding, root: Path, language: str) -> Iterator[str]:
    severity = SEVERITIES[finding.severity].say(language)
    message, fix = finding.message.say(language), finding.fix.say(language)
    yield printable(f"{finding.place}: {severity} {finding.rule}: {message} {fix}".rstrip())
    lines = source.lines(root, finding.place.path)
    if finding.place.line <= len(lines):
        line, column = _window(lines[finding.place.line - 1], finding.place.column)
        number = f"{finding.place.line:>5}"
        yield f"{number} | {printable(line)}"
        yield f"{'':>5} | {' ' * (column - 1)}^"
    yield ""


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of `line` around `column` (from 1), and the column in that part."""
    if len(line) <= WIDTH:
        return line, column
    start = max(0, min(column - 1 - BEFORE, len(line) - WIDTH))
    end = start + WIDTH
    left, right = "…" if start else "", "…" if end < len(line) else ""
    return f"{left}{line[start:end]}{right}", column - start + len(left)


def printable(words: str) -> str:
    """Return `words` with control characters shown as a mark: a file must not steer a terminal."""
    return re.sub(
        r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "\ufffd", words.replace("\t", " ")
    )
