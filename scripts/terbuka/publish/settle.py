"""A person has looked: what they saw goes into the record where no platform can be asked."""

from __future__ import annotations

from datetime import datetime

from terbuka.errors import UsageError
from terbuka.record.entry import Entry, Fact, Subject
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import fold
from terbuka.text import text


def settle(ledger: Ledger, subject: Subject, url: str | None, seen: str, at: datetime) -> Entry:
    """Record what a person has seen, with the sentence `seen` that says who.

    They found the part at `url`; without an address, it is not there.

    Raises:
        UsageError: the record does not know the part, or its outcome is known already.
        LedgerMoved: another publisher wrote at the same moment.
    """
    names = {"document": subject.document, "account": subject.account}
    state = fold(ledger.read()).get(subject)
    if state is None:
        raise UsageError(
            text("The record knows nothing of {document} on {account}.", **names),
            text("See what is waiting with: terbuka plan"),
        )
    if not state.open:
        raise UsageError(
            text("The outcome of {document} on {account} is known.", **names),
            text("See the public record, or check it with: terbuka verify"),
        )
    last = state.last
    fact = Fact(
        kind="reconciled",
        at=at,
        run=last.run,
        subject=subject,
        platform=last.platform,
        digest=last.digest,
        token=last.token,
        outcome="found" if url else "absent",
        remote_id=url.rstrip("/").rsplit("/", 1)[-1] if url else None,
        url=url,
        reason=seen,
    )
    return ledger.append([fact])[0]
