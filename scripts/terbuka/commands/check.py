"""``terbuka check``: style, law, privacy and links, before anybody else reads it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePosixPath

from terbuka.checks import inputs, outcome, report
from terbuka.checks.formats.manner import Manner
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.outcome import Outcome
from terbuka.checks.report import Counts, Report
from terbuka.checks.store import Store
from terbuka.console import Console
from terbuka.errors import TerbukaError, UsageError
from terbuka.text import text
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
        fresh: work everything out anew, in random order.
        draft: what is checked is not up for review yet.
    """

    paths: Sequence[PurePosixPath] = ()
    output: str = "text"
    rules: Sequence[str] = ()
    changed: str | None = None
    fix: bool = False
    write_baseline: bool = False
    fresh: bool = False
    draft: bool = False

    @property
    def is_new(self) -> bool:
        """Whether no earlier run can have the answer."""
        return self.fix or self.fresh or self.changed is not None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two runs ask for the same."""
        return (*sorted(self.rules), "", *map(str, self.paths))


def check(space: Workspace, console: Console, wishes: Wishes) -> int:
    """Check documents and print the findings; return 1 if one is an error, 3 if a rule is broken.

    Raises:
        UsageError: a path, format or rule does not exist, or two wishes do not go together.
    """
    _require_sense(wishes)
    if wishes.write_baseline:
        from terbuka.commands import check_anew  # noqa: PLC0415  as in `_find`

        return check_anew.write_baseline(space, console)
    with closing(Store(space.root)) as store:
        if not wishes.is_new:
            return _check_kept(space, console, wishes, store)
        found, broken = _find(space, console, wishes, store)
        return _tell(console, wishes, _report(space, console, wishes, found, broken), broken)


def _find(
    space: Workspace, console: Console, wishes: Wishes, store: Store
) -> tuple[Outcome, Sequence[TerbukaError]]:
    from terbuka.commands import check_anew  # noqa: PLC0415  where nothing has changed, nobody waits for the rules

    return check_anew.find(space, console, wishes, store)


def _check_kept(space: Workspace, console: Console, wishes: Wishes, store: Store) -> int:
    """Tell what the same run told or found earlier, if nothing has changed since; otherwise keep what it finds."""
    # Before the rules look: what is saved meanwhile must not pass for what they have seen.
    run = inputs.whole(space.root, wishes.key)
    name = report.key(run, wishes.output, console.language, Manner(console.colour, wishes.draft))
    told = report.recall(store, name, space.now)
    if told:
        return _tell(console, wishes, told, ())
    known = outcome.recall(store, run, space.now)
    found, broken = (known, ()) if known else _find(space, console, wishes, store)
    told = _report(space, console, wishes, found, broken)
    if found.true and not broken and inputs.whole(space.root, wishes.key) == run:
        report.remember(store, name, told, found.true)
        if not known:
            outcome.remember(store, run, found)
    return _tell(console, wishes, told, broken)


def _report(
    space: Workspace, console: Console, wishes: Wishes, found: Outcome, broken: Sequence[TerbukaError]
) -> Report:
    manner = Manner(console.colour, wishes.draft, tuple(broken))
    words = FORMATS[wishes.output].render(found.findings, space.root, console.language, manner)
    return Report(words, report.count(found.findings, found.documents))


def _tell(console: Console, wishes: Wishes, told: Report, broken: Sequence[TerbukaError]) -> int:
    console.result(told.words)
    if wishes.output == "text" and not broken:
        summarise(console, told.counts)
    for failure in broken:
        console.error(failure)
    return max([int(told.counts.errors > 0), *(failure.status for failure in broken)])


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
    if wishes.write_baseline and wishes != Wishes(output=wishes.output, write_baseline=True, draft=wishes.draft):
        raise UsageError(
            text("A baseline is written of everything that is found."),
            text("Run terbuka check --write-baseline alone."),
        )


def summarise(console: Console, counts: Counts) -> None:
    """Say how many findings of each severity there are."""
    sentence = text(
        "{documents} documents: {errors} errors, {warnings} warnings, {suggestions} suggestions.",
        documents=counts.documents,
        errors=counts.errors,
        warnings=counts.warnings,
        suggestions=counts.suggestions,
    )
    (console.bad if counts.errors else console.good)(sentence)
