"""A whole check of a workspace: which rules, which documents, what is old, what a change has brought about."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from terbuka.checks import baseline, blocks, severity
from terbuka.checks.ahead import Start, compare, everything
from terbuka.checks.finding import Finding
from terbuka.checks.kept import Kept
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context
from terbuka.checks.run import Result, choose, run
from terbuka.checks.store import Store
from terbuka.words.document import Document
from terbuka.words.library import load
from terbuka.workspace import Workspace


@dataclass(frozen=True)
class Scope:
    """What is to be checked.

    Attributes:
        paths: files or folders from the repository's root; everything if empty.
        rules: ids of rules; all if empty.
        changed: a commit; only what differs from it is told.
        old_too: tell also what the baseline knows.
        seed: ask about the documents in this random order, so that rules that remember are found out.
    """

    paths: Sequence[PurePosixPath] = ()
    rules: Sequence[str] = ()
    changed: str | None = None
    old_too: bool = False
    seed: int | None = None


@dataclass(frozen=True)
class Session:
    """What a check came to, in which documents, and what the rules knew."""

    result: Result
    documents: tuple[Document, ...]
    context: Context


def look(
    space: Workspace, scope: Scope = Scope(), store: Store | None = None, start: Start | None = None
) -> Session:
    """Check what `scope` is about, with the office's settings.

    Args:
        space: the repository.
        scope: what to check; everything, if it is left out.
        store: findings of earlier runs, still to be closed by the caller; None works everything out anew.
        start: what `scope` is about, if that is known already.

    Raises:
        GitError: the commit to compare with does not exist.
        OfficeError: a setting of a rule, or the baseline, is wrong.
        UsageError: a path or a rule does not exist.
    """
    severity.require_sound(space.root, space.office)
    rules = severity.active(choose(scope.rules) if scope.rules else RULES, space.office)
    start = start or (compare(space, scope.changed) if scope.changed else everything(space))
    context = start.context
    documents = _named(context, scope.paths) if scope.paths else start.documents
    if scope.seed is not None:
        documents = tuple(random.Random(scope.seed).sample(documents, len(documents)))  # noqa: S311  no secret
    result = run(documents, context, rules, Kept(store, context, rules) if store else None)
    findings: Iterable[Finding] = result.findings
    if not scope.old_too:
        checked = {document.path for document in documents}
        findings = baseline.load(space.root).apply(space.root, findings, rules, checked)
    if start.touched:
        findings = start.touched.keep(findings, documents)
    result = replace(result, findings=tuple(sorted(findings, key=lambda finding: finding.order)))
    return Session(result, documents, context)


def _named(context: Context, paths: Sequence[PurePosixPath]) -> tuple[Document, ...]:
    chosen = load(context.root, context.office, paths)
    documents = tuple(context.library.by_path[path] for path in chosen.paths)
    return documents + blocks.named(paths, documents, context.library)
