"""For other programs: a list of objects, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from terbuka.checks.finding import Finding
from terbuka.checks.formats.manner import PLAIN, Manner

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def render(findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN) -> str:
    """Return a JSON list with one object a finding; its sentences are in `language`."""
    del root, manner
    rows = [_ENCODER.encode(_object(finding, language)) for finding in findings]
    return _writable("[\n{}\n]".format(",\n".join(rows)) if rows else "[]")


def written(value: object) -> str:
    """Return `value` as JSON that people can read as well."""
    return _writable(json.dumps(value, ensure_ascii=False, indent=2))


def _writable(words: str) -> str:
    """Return `words` as any stream can take them: file names may hold bytes that are no characters."""
    return words.encode("utf-8", errors="replace").decode("utf-8") + "\n"


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
