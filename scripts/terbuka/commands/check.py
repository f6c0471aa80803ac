"""``terbuka check``: style, law, privacy and links, before anybody else reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from terbuka.checks import outcome
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.manner import Manner
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.kept import Store
from terbuka.checks.outcome import Outcome
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
    earlier = None if wishes.is_new else _earlier(space, wishes)
    if earlier:
        return _show(space, console, wishes, earlier, ())
    from terbuka.commands import check_anew  # noqa: PLC0415  where nothing has changed, nobody waits for the rules

    if wishes.write_baseline:
        return check_anew.write_baseline(space, console)
    return _show(space, console, wishes, *check_anew.find(space, console, wishes))


def _earlier(space: Workspace, wishes: Wishes) -> Outcome | None:
    """Return what the same run found earlier, if nothing has changed since."""
    store = Store(space.root)
    found = outcome.recall(store, outcome.key(space.root, wishes.key), space.now)
    store.close()
    return found


def _show(
    space: Workspace, console: Console, wishes: Wishes, found: Outcome, broken: Sequence[TerbukaError]
) -> int:
    manner = Manner(colour=console.colour, draft=wishes.draft, broken=tuple(broken))
    console.result(FORMATS[wishes.output].render(found.findings, space.root, console.language, manner))
    if wishes.output == "text" and not broken:
        summarise(console, found.findings, found.documents)
    for failure in broken:
        console.error(failure)
    wrong = any(finding.severity is Severity.ERROR for finding in found.findings)
    return max([int(wrong), *(failure.status for failure in broken)])


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
