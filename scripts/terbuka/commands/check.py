"""``terbuka check``: style, law, privacy and links, before anybody else reads it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from terbuka.checks import inputs, report
from terbuka.checks.formats.manner import Manner
from terbuka.checks.report import Counts, Report
from terbuka.checks.store import Store
from terbuka.console import Console
from terbuka.errors import TerbukaError, UsageError
from terbuka.text import text
from terbuka.workspace import Workspace

if TYPE_CHECKING:
    from terbuka.checks.ahead import Start


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
        return self.fix or self.write_baseline or self.fresh or self.changed is not None

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
    with closing(Store(space.root)) as store:
        # Before the rules look: what is saved meanwhile must not pass for what they have seen.
        run = None if wishes.is_new else inputs.whole(space.root, wishes.key)
        told = report.recall(store, report_key(run, console, wishes), space.now) if run else None
        if told:
            return _tell(console, wishes, told, ())
        start = _begin(space, wishes, store)
        from terbuka.commands import check_anew  # noqa: PLC0415  where nothing has changed, nobody waits for the rules

        if wishes.write_baseline:
            return check_anew.write_baseline(space, console)
        return _tell(console, wishes, *check_anew.report_of(space, console, wishes, store, run, start))


def _begin(space: Workspace, wishes: Wishes, store: Store) -> Start | None:
    """Let git compare, and Vale read if nothing is known yet: it takes as long as loading the rules does."""
    if wishes.rules or wishes.paths or wishes.write_baseline or not (wishes.fresh or store.is_empty):
        return None
    from terbuka.checks import ahead  # noqa: PLC0415  as above

    start = ahead.compare(space, wishes.changed) if wishes.changed else ahead.everything(space)
    start.read()
    return start


def report_key(run: str, console: Console, wishes: Wishes) -> str:
    """Return under what the report of the run `run` is kept."""
    return report.key(run, wishes.output, console.language, Manner(console.colour, wishes.draft))


def _tell(console: Console, wishes: Wishes, told: Report, broken: Sequence[TerbukaError]) -> int:
    console.encoded(told.words)
    if wishes.output == "text" and not broken:
        summarise(console, told.counts)
    for failure in broken:
        console.error(failure)
    return max([int(told.counts.errors > 0), *(failure.status for failure in broken)])


def _require_sense(wishes: Wishes) -> None:
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
