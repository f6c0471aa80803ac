"""``terbuka check``: style, law, privacy and links, before anybody else reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Rule
from terbuka.checks.run import Result, choose, run
from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.library import Library, load
from terbuka.workspace import Workspace


def check(space: Workspace, console: Console, paths: Sequence[Path], output: str, rule_ids: Sequence[str]) -> int:
    """Check documents and print the findings; return 1 if one is an error, 3 if a rule is broken.

    Raises:
        UsageError: a path, format or rule does not exist.
    """
    if output not in FORMATS:
        raise UsageError(
            text("“{name}” is no format.", name=output),
            text("Choose one of: {names}.", names=", ".join(FORMATS)),
        )
    result, documents = find(space, paths, choose(rule_ids))
    console.result(FORMATS[output].render(result.findings, space.root, console.language))
    if output == "text" and not result.broken:
        summarise(console, result.findings, len(documents))
    for failure in result.broken:
        console.error(failure)
    return result.status


def find(
    space: Workspace, paths: Sequence[Path] = (), rules: Mapping[str, Rule] = RULES
) -> tuple[Result, tuple[Document, ...]]:
    """Check the documents at `paths` (all, if there are none) and return what was found and in what."""
    library = space.library()
    documents = library.documents
    if paths:
        documents = load(space.root, space.office, [space.inside(path) for path in paths]).documents
    return run(documents, context_of(space, library), rules), documents


def context_of(space: Workspace, library: Library) -> Context:
    """Return what rules may know of this workspace."""
    return Context(space.root, space.office, library, space.register(), space.now)


def summarise(console: Console, findings: Sequence[Finding], documents: int) -> None:
    """Say how many findings of each severity there are."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    sentence = text(
        "{documents} documents: {errors} errors, {warnings} warnings, {suggestions} suggestions.",
        documents=documents,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        suggestions=counts[Severity.SUGGESTION],
    )
    (console.bad if counts[Severity.ERROR] else console.good)(sentence)
