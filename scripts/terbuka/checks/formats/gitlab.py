"""For GitLab: a Code Quality report, shown in the merge request.

The fields are those of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.escape import one_line
from terbuka.checks.formats.families import family_of
from terbuka.checks.formats.fingerprint import fingerprints
from terbuka.checks.formats.json import written
from terbuka.checks.formats.manner import PLAIN, Manner
from terbuka.checks.rule import Family

MOST = 1_000
"""Characters of a description."""

_GRADES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.SUGGESTION: "info"}


def render(findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN) -> str:
    """Return the report; its sentences are in `language`."""
    del manner
    listed = tuple(findings)
    known = fingerprints(listed, root)
    return written([_issue(*pair, language) for pair in zip(listed, known, strict=True)])


def _issue(finding: Finding, known: tuple[str, int], language: str) -> dict[str, Any]:
    return {
        "description": one_line(f"{finding.message.say(language)} {finding.fix.say(language)}", MOST),
        "check_name": finding.rule,
        "fingerprint": f"{known[0]}-{known[1]}",
        "severity": _grade(finding),
        "location": {"path": str(finding.place.path), "lines": {"begin": finding.place.line}},
    }


def _grade(finding: Finding) -> str:
    """Return GitLab's word; law and personal data come above everything else that is wrong."""
    if finding.severity is Severity.ERROR and family_of(finding) in (Family.LAW, Family.PRIVACY):
        return "blocker"
    return _GRADES[finding.severity]
