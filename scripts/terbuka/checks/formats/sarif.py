"""SARIF 2.1.0, the format that code hosts and editors exchange findings in (OASIS Standard)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from terbuka import __version__, office
from terbuka.checks.finding import Finding
from terbuka.checks.formats.escape import one_line
from terbuka.checks.formats.fingerprint import fingerprints
from terbuka.checks.formats.json import written
from terbuka.checks.formats.manner import PLAIN, Manner
from terbuka.checks.formats.sarif_rules import LEVELS, descriptors, message
from terbuka.errors import Place, TerbukaError
from terbuka.office import Office

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

MOST = 1_000
"""Characters of a message."""

_ROOT = "%SRCROOT%"
"""What file names count from; the name is the one that code hosts expect."""


def render(findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN) -> str:
    """Return a log with one run; its sentences are in `language`.

    Raises:
        OfficeError: ``office.yml`` below `root` cannot be read.
    """
    return written(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(tuple(findings), root, language, manner)]}
    )


def _run(findings: tuple[Finding, ...], root: Path, language: str, manner: Manner) -> dict[str, Any]:
    settings = office.load(root)
    rules = descriptors({finding.rule for finding in findings}, settings, language)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    known = fingerprints(findings, root)
    return {
        "tool": {"driver": _driver(settings, rules, language)},
        "invocations": [_invocation(manner, language)],
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [
            dict(_result(finding, index[finding.rule], mark, language))
            for finding, mark in zip(findings, known, strict=True)
        ],
    }


def _driver(settings: Office, rules: list[dict[str, Any]], language: str) -> dict[str, Any]:
    driver = {"name": "Terbuka", "version": __version__, "language": language, "rules": rules}
    return driver | ({"informationUri": str(settings.repository)} if settings.repository else {})


def _invocation(manner: Manner, language: str) -> dict[str, Any]:
    """Say whether the check is complete; what kept it from that is a notification."""
    broken = [dict(_notification(failure, language)) for failure in manner.broken]
    return {"executionSuccessful": not broken, "toolExecutionNotifications": broken}


def _notification(failure: TerbukaError, language: str) -> Iterator[tuple[str, Any]]:
    yield "level", "error"
    yield "message", _said(f"{failure.what.say(language)} {failure.to_do.say(language)}")
    if failure.place:
        yield "locations", [_location(failure.place)]


def _result(finding: Finding, index: int, mark: tuple[str, int], language: str) -> Iterator[tuple[str, Any]]:
    yield "ruleId", finding.rule
    yield "ruleIndex", index
    yield "level", LEVELS[finding.severity]
    yield "message", _said(f"{finding.message.say(language)} {finding.fix.say(language)}")
    yield "locations", [_location(finding.place)]
    # The name is the one that GitHub compares; the number tells equal lines of a file apart.
    yield "partialFingerprints", {"primaryLocationLineHash": f"{mark[0]}:{mark[1]}"}
    if finding.edit:
        yield "fixes", [_fix(finding, language)]
    if finding.source:
        yield "properties", {"source": finding.source}


def _said(words: str) -> dict[str, str]:
    return {"text": message(one_line(words, MOST))}


def _location(place: Place) -> dict[str, Any]:
    """Return a place without the words that stand there: they may be personal data, and the log travels."""
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: PurePosixPath) -> dict[str, str]:
    return {"uri": quote(str(path), errors="surrogateescape"), "uriBaseId": _ROOT}


def _fix(finding: Finding, language: str) -> dict[str, Any]:
    assert finding.edit  # noqa: S101  the caller has looked
    place, edit = finding.place, finding.edit
    deleted = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + len(edit.old),
    }
    change = {
        "artifactLocation": _artifact(place.path),
        "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": edit.new}}],
    }
    return {"description": _said(finding.fix.say(language)), "artifactChanges": [change]}
