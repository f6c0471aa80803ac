"""One run of the publisher: what it works with, and what it tells as it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from terbuka.office import Account, Office
from terbuka.record.entry import Subject
from terbuka.record.ledger import Ledger
from terbuka.text import Text
from terbuka.wire import Wire
from terbuka.words.library import Library

LEASE = timedelta(minutes=10)
"""How long a publisher may take from writing an intent down to its outcome; far above `wire.TIMEOUT`."""

SETTLE = timedelta(seconds=90)
"""How long after a lost answer a post may still appear; until then its absence proves nothing."""


class Step(StrEnum):
    """The boundaries between which a publisher may die."""

    PROVED = "proved"  # the page is live with the right content
    OPENED = "opened"  # logged in
    ARMED = "armed"  # the intent is in the record
    SENT = "sent"  # the platform has answered
    RECORDED = "recorded"  # the outcome is in the record
    READ = "read"  # the platform was asked what became of a part


@dataclass(frozen=True, slots=True)
class Outcome:
    """What this run did about one part, or why it did nothing.

    Attributes:
        result: confirmed, found, rejected, unknown or held.
        url: where people see it, when it is live.
        why: for everything that is not live.
    """

    subject: Subject
    result: str
    url: str = ""
    why: Text | None = None

    @property
    def live(self) -> bool:
        """The part is live because of this run, or was found to be."""
        return self.result in ("confirmed", "found")


def _say_nothing(step: Step, subject: Subject) -> None:
    del step, subject


@dataclass(frozen=True)
class Job:
    """What one run works with.

    Attributes:
        root: the repository.
        office: who publishes.
        library: all documents.
        ledger: the record.
        wire: the network.
        now: the moment for which to publish.
        base: the portal's address, ending in a slash; pages are proved there.
        run: the name of this run in the record.
        server_of: where an account's interface answers; None if it has none.
        secret_of: the secret of an account; None if it is not set.
        lease: how long this run may hold a part.
        settle: how long after a lost answer absence proves nothing.
        clock: the real time.
        on_step: called after each step, for progress.
    """

    root: Path
    office: Office
    library: Library
    ledger: Ledger
    wire: Wire
    now: datetime
    base: str
    run: str
    server_of: Callable[[Account], str | None]
    secret_of: Callable[[Account], str | None]
    lease: timedelta = LEASE
    settle: timedelta = SETTLE
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    on_step: Callable[[Step, Subject], None] = _say_nothing
