"""For GitHub Actions: workflow commands that become notes beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from terbuka.checks.finding import Finding, Severity

COMMANDS: dict[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}


def render(findings: Iterable[Finding], root: Path, language: str) -> str:
    """Return one workflow command a finding, in `language`."""
    del root
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
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(words: str) -> str:
    """Escape what would end or change a command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
