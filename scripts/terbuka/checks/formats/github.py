"""For GitHub Actions: workflow commands that become notes beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.escape import clipped, printable
from terbuka.checks.formats.manner import PLAIN, Manner

COMMANDS: dict[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}

MOST = 4_000
"""Characters of a message; GitHub cuts an annotation that is longer than 64 kB with all its others."""


def render(findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN) -> str:
    """Return one workflow command a finding, in `language`."""
    del root, manner
    return "".join(f"{_command(finding, language)}\n" for finding in findings)


def _command(finding: Finding, language: str) -> str:
    place = finding.place
    properties = {
        "file": str(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "title": finding.rule,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{finding.message.say(language)} {finding.fix.say(language)}".rstrip()
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(clipped(message, MOST))}"


def _data(words: str) -> str:
    """Escape what would end or change a command, or steer the terminal that shows the log."""
    rows = words.replace("%", "%25").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(printable(row) for row in rows)


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
