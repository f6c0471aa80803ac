"""``terbuka publish``: send what is due, and record it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from terbuka.console import Console
from terbuka.errors import UsageError
from terbuka.office import Account
from terbuka.publish.job import LEASE, SETTLE, Job, Outcome, Step
from terbuka.publish.send import publish
from terbuka.record.entry import Subject
from terbuka.record.ledger import Ledger
from terbuka.sandbox.server import SECRETS
from terbuka.text import Text, text
from terbuka.wire import Wire
from terbuka.workspace import Workspace, secret_of

RESULTS: Mapping[str, Text] = {
    "confirmed": text("published"),
    "found": text("found on the platform"),
    "rejected": text("refused"),
    "unknown": text("unknown"),
    "held": text("held back"),
}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Where a rehearsal sends and proves instead of the real places.

    Attributes:
        sandbox: the address of a running sandbox, or None to send for real.
        portal: the address of the portal, if it is not the office's own.
        lease: how long a run may hold a part, in seconds; None for the usual time.
        settle: how long a lost answer may still bear fruit, in seconds; None for the usual time.
    """

    sandbox: str | None = None
    portal: str | None = None
    lease: float | None = None
    settle: float | None = None


def make_job(space: Workspace, wire: Wire, rehearsal: Rehearsal, on_step: Callable[[Step, Subject], None]) -> Job:
    """Return a run of the publisher over this workspace."""
    sandbox = rehearsal.sandbox.rstrip("/") if rehearsal.sandbox else None

    def server_of(account: Account) -> str | None:
        if sandbox:
            return f"{sandbox}/{account.platform}"
        return str(account.server) if account.server else None

    def rehearsal_secret(account: Account) -> str | None:
        return SECRETS.get(account.platform)

    return Job(
        root=space.root,
        office=space.office,
        library=space.library(),
        ledger=Ledger(space.root),
        wire=wire,
        now=space.now,
        base=(rehearsal.portal or space.office.base).rstrip("/") + "/",
        run=os.environ.get("GITHUB_RUN_ID") or secrets.token_hex(6),
        server_of=server_of,
        secret_of=rehearsal_secret if sandbox else secret_of,
        lease=timedelta(seconds=rehearsal.lease) if rehearsal.lease is not None else LEASE,
        settle=timedelta(seconds=rehearsal.settle) if rehearsal.settle is not None else SETTLE,
        on_step=on_step,
    )


def run_publish(space: Workspace, console: Console, rehearsal: Rehearsal, *, moment_given: bool) -> int:
    """Publish what is due; return 1 if anything that was due is not live now.

    Raises:
        UsageError: a moment was given without a sandbox: that would break embargoes for real.
    """
    if moment_given and not rehearsal.sandbox:
        raise UsageError(
            text("--at is for rehearsals; the real accounts follow the real clock."),
            text("Add --sandbox with the address that terbuka sandbox shows, or leave --at out."),
        )
    outcomes = deliver(space, console, rehearsal)
    waiting = [outcome for outcome in outcomes if not outcome.live]
    if not outcomes:
        console.good(text("Nothing is due."))
    return 1 if waiting else 0


def deliver(space: Workspace, console: Console, rehearsal: Rehearsal) -> list[Outcome]:
    """Publish what is due, saying what becomes of each part as it happens."""
    outcomes: list[Outcome] = []
    with Wire() as wire:
        job = make_job(space, wire, rehearsal, lambda step, subject: None)
        for outcome in publish(job):
            outcomes.append(outcome)
            _tell(console, outcome)
    return outcomes


def _tell(console: Console, outcome: Outcome) -> None:
    subject = outcome.subject
    what = text(
        "{account}: {document} ({language}), part {part}: {result} {url}",
        account=subject.account,
        document=subject.document,
        language=subject.language,
        part=subject.part + 1,
        result=RESULTS[outcome.result].say(console.language),
        url=outcome.url or (outcome.why.say(console.language) if outcome.why else ""),
    )
    (console.good if outcome.live else console.bad)(what)
