"""``terbuka check`` where something has changed: the rules run, replacements are made, a baseline is written."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from terbuka.checks import baseline, fix, inputs, outcome, report
from terbuka.checks.ahead import Start
from terbuka.checks.finding import Finding
from terbuka.checks.formats.manner import Manner
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.outcome import Outcome
from terbuka.checks.report import Report
from terbuka.checks.session import Scope, Session, look
from terbuka.checks.span import Span
from terbuka.checks.store import Store
from terbuka.commands.check import Wishes, report_key
from terbuka.console import Console
from terbuka.errors import TerbukaError, UsageError
from terbuka.text import text
from terbuka.workspace import Workspace

Found = tuple[Outcome, Sequence[TerbukaError]]
"""What was found, and what kept rules from finishing."""

Told = tuple[Report, Sequence[TerbukaError]]
"""The same in words, and what kept rules from finishing."""


def report_of(
    space: Workspace,
    console: Console,
    wishes: Wishes,
    store: Store,
    run: str | None,
    start: Start | None = None,
) -> Told:
    """Return what to tell, and keep it if it may be told again.

    Args:
        space: the repository.
        console: whom it is told.
        wishes: what is asked for.
        store: what earlier runs have kept.
        run: under what the outcome is kept; None if it must not be.
        start: what is wished for, if that is known already.
    """
    _require_format(wishes.output)
    known = outcome.recall(store, run, space.now) if run else None
    found, broken = (known, ()) if known else _find(space, console, wishes, store, start)
    manner = Manner(console.colour, wishes.draft, tuple(broken))
    words = FORMATS[wishes.output].render(found.findings, space.root, console.language, manner)
    told = Report(words.encode(errors="surrogateescape"), report.count(found.findings, found.documents))
    if run and found.true and not broken and inputs.whole(space.root, wishes.key) == run:
        report.remember(store, report_key(run, console, wishes), told, found.true)
        if not known:
            outcome.remember(store, run, found)
    return told, broken


def _require_format(name: str) -> None:
    if name not in FORMATS:
        raise UsageError(
            text("“{name}” is no format.", name=name),
            text("Choose one of: {names}.", names=", ".join(FORMATS)),
        )


def _find(space: Workspace, console: Console, wishes: Wishes, store: Store, start: Start | None) -> Found:
    """Run the rules; with ``--fix``, make the safe replacements and return what is left."""
    if wishes.fix:
        return _mended(space, console, look(space, _scope(wishes), start=start))
    if wishes.fresh:
        seed = secrets.randbelow(10_000)
        console.say(text("The documents are checked in random order, number {seed}.", seed=seed))
        return _found(look(space, _scope(wishes, seed), start=start))
    session = look(space, _scope(wishes), store, start)
    return _found(session, None if wishes.changed else outcome.true_in(session.context))


def _scope(wishes: Wishes, seed: int | None = None) -> Scope:
    return Scope(paths=wishes.paths, rules=wishes.rules, changed=wishes.changed, seed=seed)


def _found(session: Session, true: Span | None = None) -> Found:
    return Outcome(session.result.findings, len(session.documents), true), session.result.broken


def _mended(space: Workspace, console: Console, session: Session) -> Found:
    """Put safe replacements into the files, show them, and return what is left."""
    bodies = {document.path: document.body_line for document in session.documents}
    done: set[Finding] = set()
    for fixed in fix.plan(space.root, session.result.findings, bodies):
        fix.write(space.root, fixed)
        console.result(fixed.difference())
        done.update(fixed.done)
    console.good(text("{count} findings are mended; look at the changes before you commit them.", count=len(done)))
    left = tuple(finding for finding in session.result.findings if finding not in done)
    return Outcome(left, len(session.documents)), session.result.broken


def write_baseline(space: Workspace, console: Console) -> int:
    """Write everything that is found down as old; return 1 if something may not be."""
    result = look(space, Scope(old_too=True)).result
    for failure in result.broken:
        raise failure
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
