"""What happened, said in the record's terms."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack

from terbuka.errors import LedgerMoved, WireError
from terbuka.publish.job import Job
from terbuka.publish.plan import subject_of
from terbuka.record.entry import Entry, Fact, Kind, Outcome
from terbuka.social.message import Message, Receipt
from terbuka.text import Text, quoted


class Details(TypedDict, total=False):
    """The fields of a fact that only some kinds have."""

    outcome: Outcome
    remote_id: str
    url: str
    published_at: datetime
    extra: dict[str, str] | None
    reason: str
    retry_at: datetime | None
    lease_until: datetime


def fact(job: Job, message: Message, index: int, kind: Kind, **more: Unpack[Details]) -> Fact:
    """Return what happened to one part of a message, for the record."""
    return Fact(
        kind=kind,
        at=job.clock(),
        run=job.run,
        subject=subject_of(message, index),
        platform=message.account.platform,
        digest=message.digest,
        token=message.parts[index].token,
        **more,
    )


def record(job: Job, what: Fact) -> Entry:
    """Write down what has already happened, however many others write at the same time.

    Raises:
        LedgerError: the record cannot be written; the next run will read the platform.
    """
    while True:
        try:
            return job.ledger.append([what])[0]
        except LedgerMoved:
            job.ledger.read()


def proof(receipt: Receipt) -> Details:
    """Return the fields of an entry that prove a part to be live."""
    return {
        "remote_id": receipt.remote_id,
        "url": receipt.url,
        "published_at": receipt.at,
        "extra": dict(receipt.extra) or None,
    }


def receipt_of(entry: Entry) -> Receipt:
    """Return the receipt that a live entry holds."""
    return Receipt(
        remote_id=entry.remote_id or "",
        url=entry.url or "",
        at=entry.published_at or entry.at,
        extra=tuple(sorted((entry.extra or {}).items())),
    )


def sentence(job: Job, error: WireError) -> Text:
    """Return what a platform did, in the office's language: the record keeps it as it was told."""
    return quoted(error.say(job.office.language))
