"""``terbuka check``: style, law, privacy and links, before anybody else reads it."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from terbuka.checks import baseline, changes, fix, outcome, severity
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.kept import Kept, finding_from, list_of
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Rule
from terbuka.checks.run import Result, choose, run
from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.library import Library, load
from terbuka.workspace import Workspace


@dataclass(frozen=True)
class Wishes:
    """What a person asked for.

    Attributes:
        paths: files or folders from the repository's root; everything if empty.
        output: the name of a format.
        rules: ids of rules; all if empty.
        changed: a commit; only what differs from it is told.
        fix: apply safe replacements.
        write_baseline: write what is found down as old.
        fresh: work everything out anew, in random order, so that rules that remember are found out.
    """

    paths: Sequence[PurePosixPath] = ()
    output: str = "text"
    rules: Sequence[str] = ()
    changed: str | None = None
    fix: bool = False
    write_baseline: bool = False
    fresh: bool = False


def check(space: Workspace, console: Console, wishes: Wishes) -> int:
    """Check documents and print the findings; return 1 if one is an error, 3 if a rule is broken.

    Raises:
        UsageError: a path, format or rule does not exist, or two wishes do not go together.
    """
    _require_sense(wishes)
    severity.require_sound(space.root, space.office)
    rules = severity.active(choose(wishes.rules), space.office)
    context = context_of(space, space.library())
    if wishes.fix or wishes.write_baseline:
        result, documents = find(context, rules, wishes, console)
        if wishes.write_baseline and not result.broken:
            return _write_baseline(space, console, result)
        result, count = _fix(space, console, result, documents), len(documents)
    else:
        result, count = _known(context, rules, wishes, console)
    console.result(FORMATS[wishes.output].render(result.findings, space.root, console.language))
    if wishes.output == "text" and not result.broken:
        summarise(console, result.findings, count)
    for failure in result.broken:
        console.error(failure)
    return result.status


def look(space: Workspace, console: Console, changed: str | None = None) -> tuple[Result, tuple[Document, ...]]:
    """Check everything, or what has changed since a commit, with the office's settings.

    Raises:
        OfficeError: a setting of a rule is wrong.
    """
    severity.require_sound(space.root, space.office)
    rules = severity.active(RULES, space.office)
    return find(context_of(space, space.library()), rules, Wishes(changed=changed), console)


def _require_sense(wishes: Wishes) -> None:
    if wishes.output not in FORMATS:
        raise UsageError(
            text("“{name}” is no format.", name=wishes.output),
            text("Choose one of: {names}.", names=", ".join(FORMATS)),
        )
    if wishes.changed and wishes.paths:
        raise UsageError(
            text("--changed finds its files itself."),
            text("Leave out either the files or --changed."),
        )
    if wishes.write_baseline and (wishes.changed or wishes.paths or wishes.rules or wishes.fix):
        raise UsageError(
            text("A baseline is written of everything that is found."),
            text("Run terbuka check --write-baseline alone."),
        )


def _known(context: Context, rules: Mapping[str, Rule], wishes: Wishes, console: Console) -> tuple[Result, int]:
    """Return what was found and in how many documents: from an earlier run, if nothing has changed since."""
    if wishes.fresh:
        result, documents = find(context, rules, wishes, console)
        return result, len(documents)
    kept = Kept(context, rules)
    asked = [*sorted(rules), *map(str, wishes.paths)]
    key = kept.name_of(outcome.fingerprint(context.root, wishes.changed, asked))
    earlier = kept.value(key)
    if earlier and _holds(earlier, context.now):
        return Result(tuple(finding_from(item) for item in earlier["findings"])), earlier["documents"]
    result, documents = find(context, rules, wishes, console, kept)
    if not result.broken and not wishes.changed:
        value = {"from": context.now.isoformat(), "until": outcome.true_until(context).isoformat()}
        listed = [list_of(finding) for finding in result.findings]
        kept.set_value(key, value | {"findings": listed, "documents": len(documents)})
    kept.close()
    return result, len(documents)


def find(
    context: Context,
    rules: Mapping[str, Rule],
    wishes: Wishes,
    console: Console,
    kept: Kept | None = None,
) -> tuple[Result, tuple[Document, ...]]:
    """Check the documents that `wishes` is about; return what was found and in what.

    Raises:
        GitError: the commit to compare with does not exist.
        UsageError: a path does not exist.
    """
    old = baseline.load(context.root)
    touched = changes.since(context.root, wishes.changed) if wishes.changed else None
    if touched:
        context = replace(context, base=touched.base)
    documents = touched.documents(context.library) if touched else _documents(context, wishes.paths)
    if wishes.fresh:
        documents = _shuffled(documents, console)
    result = run(documents, context, rules, kept)
    findings: Iterable[Finding] = result.findings
    if not wishes.write_baseline:
        findings = old.apply(context.root, findings, rules, {document.path for document in documents})
    if touched:
        findings = touched.keep(findings, documents)
    return replace(result, findings=tuple(sorted(findings, key=lambda finding: finding.order))), documents


def _holds(earlier: Mapping[str, str], now: datetime) -> bool:
    """Tell whether an outcome that was kept is true at this moment."""
    return datetime.fromisoformat(earlier["from"]) <= now < datetime.fromisoformat(earlier["until"])


def _documents(context: Context, paths: Sequence[PurePosixPath]) -> tuple[Document, ...]:
    if not paths:
        return context.library.documents
    chosen = load(context.root, context.office, paths)
    return tuple(context.library.by_path[path] for path in chosen.paths)


def _shuffled(documents: tuple[Document, ...], console: Console) -> tuple[Document, ...]:
    seed = secrets.randbelow(10_000)
    console.say(text("The documents are checked in random order, number {seed}.", seed=seed))
    return tuple(random.Random(seed).sample(documents, len(documents)))  # noqa: S311  order is no secret


def _write_baseline(space: Workspace, console: Console, result: Result) -> int:
    count, refused = baseline.write(space.root, result.findings, space.now.date())
    console.good(text("{count} findings are now old: {file}.", count=count, file=str(baseline.FILE)))
    if refused:
        console.bad(
            text(
                "{count} errors of law, privacy or silencing are not: mend them, or allow each with a reason.",
                count=refused,
            )
        )
    return int(refused > 0)


def _fix(space: Workspace, console: Console, result: Result, documents: Sequence[Document]) -> Result:
    """Put safe replacements into the files, show them, and return what is left."""
    bodies = {document.path: document.body_line for document in documents}
    done: set[Finding] = set()
    for fixed in fix.plan(space.root, result.findings, bodies):
        fix.write(space.root, fixed)
        console.result(fixed.difference())
        done.update(fixed.done)
    console.good(text("{count} findings are mended; look at the changes before you commit them.", count=len(done)))
    return replace(result, findings=tuple(finding for finding in result.findings if finding not in done))


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
