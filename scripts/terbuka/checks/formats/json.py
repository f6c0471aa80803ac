"""For other programs: a list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from terbuka.checks.finding import Finding


def render(findings: Iterable[Finding], root: Path, language: str) -> str:
    """Return a JSON list with one object a finding; its sentences are in `language`."""
    del root
    return json.dumps([_object(finding, language) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _object(finding: Finding, language: str) -> dict[str, str | int]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": str(finding.place.path),
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message.say(language),
        "fix": finding.fix.say(language),
        "source": finding.source,
    }
