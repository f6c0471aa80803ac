"""For people at a terminal: place, severity, rule, message, what to do, and the line with a caret."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

from terbuka.checks import source
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.escape import clipped, printable
from terbuka.checks.formats.manner import PLAIN, Manner
from terbuka.text import Text, text

WIDTH = 100
"""Characters of the source line that are shown; paragraphs are often one very long line."""

BEFORE = 40
"""Characters shown before the caret where the line is cut."""

MOST = 1_000
"""Characters of a message: it may quote what has no end."""

SEVERITIES: dict[Severity, Text] = {
    Severity.ERROR: text("error"),
    Severity.WARNING: text("warning"),
    Severity.SUGGESTION: text("suggestion"),
}

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.SUGGESTION: "1;36"}
_BOLD, _FAINT = "1", "2"


def render(findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN) -> str:
    """Return the findings in `language`; the lines come from the files below `root`."""
    read = lru_cache(maxsize=8)(source.lines)
    shown = (_rows(finding, read(root, finding.place.path), language, manner) for finding in findings)
    return "".join(f"{row}\n" for rows in shown for row in rows)


def _rows(finding: Finding, lines: list[str], language: str, manner: Manner) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    severity = _painted(SEVERITIES[finding.severity].say(language), colour, manner)
    place = _painted(printable(str(finding.place)), _BOLD, manner)
    rule = _painted(printable(finding.rule), _FAINT, manner)
    message, fix = finding.message.say(language), finding.fix.say(language)
    yield f"{place}: {severity} {rule}: {clipped(printable(f'{message} {fix}'.rstrip()), MOST)}"
    if finding.place.line <= len(lines):
        line, column = _window(lines[finding.place.line - 1], finding.place.column)
        before = " " * cell_len(printable(line[: column - 1]))
        number, margin = (
            _painted(f"{finding.place.line:>5} |", _FAINT, manner),
            _painted("      |", _FAINT, manner),
        )
        yield f"{number} {printable(line)}"
        yield f"{margin} {before}{_painted('^', colour, manner)}"
    yield ""


def _painted(words: str, colour: str, manner: Manner) -> str:
    return f"\x1b[{colour}m{words}\x1b[0m" if manner.colour else words


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of `line` around `column` (from 1), and the column in that part."""
    if len(line) <= WIDTH:
        return line, column
    start = max(0, min(column - 1 - BEFORE, len(line) - WIDTH))
    end = start + WIDTH
    left, right = "…" if start else "", "…" if end < len(line) else ""
    return f"{left}{line[start:end]}{right}", column - start + len(left)
