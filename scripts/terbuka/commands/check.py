"""``terbuka check``: style, law, privacy and links, before anybody else reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context
from terbuka.checks.run import Result, run
from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.library import Library, load
from terbuka.workspace import Workspace


def check(space: Workspace, console: Console, paths: Sequence[Path], output: str, rule_ids: Sequence[str]) -> int:
    """Check documents and print the findings; return 1 if one of them is an error.

    Raises:
        UsageError: a path, format or rule does not exist.
        RuleBroken: a rule failed; the other findings are printed before.
    """
    _require(output, FORMATS, text("“{name}” is no format.", name=output))
    for rule_id in rule_ids:
        _require(rule_id, RULES, text("“{name}” is no rule.", name=rule_id))
    result, documents = find(space, paths, rule_ids)
    console.result(FORMATS[output].render(result.findings, space.root, console.language))
    if output == "text":
        summarise(console, result.findings, len(documents))
    if result.broken is not None:
        raise result.broken
    return 1 if any(finding.severity is Severity.ERROR for finding in result.findings) else 0


def find(
    space: Workspace, paths: Sequence[Path] = (), rule_ids: Sequence[str] = ()
) -> tuple[Result, tuple[Document, ...]]:
    """Check the documents at `paths` (all, if there are none) and return what was found and in what."""
    library = space.library()
    documents = library.documents
    if paths:
        chosen = load(space.root, space.office, [space.inside(path) for path in paths])
        documents = chosen.documents
    context = context_of(space, library)
    rules = {rule_id: RULES[rule_id] for rule_id in sorted(set(rule_ids))} if rule_ids else RULES
    return run(documents, context, rules), documents


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


def _require(name: str, known: Iterable[str], what: Text) -> None:
    if name not in known:
        raise UsageError(what, text("Choose one of: {names}.", names=", ".join(known)))
