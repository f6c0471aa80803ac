"""The outbox: arm, send, confirm. The only way out of the house.

The intent is in the record before the request is made; what the platform answered is in it before the next
step. Wherever this stops, the next run finds out what happened and goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from types import MappingProxyType

from terbuka.errors import (
    LedgerMoved,
    NotSent,
    OutcomeUnknown,
    RateLimited,
    Rejected,
    Unauthorised,
    WireError,
)
from terbuka.publish.accounts import Accounts
from terbuka.publish.facts import fact, proof, receipt_of, record, sentence
from terbuka.publish.job import Job, Outcome, Step
from terbuka.publish.plan import Desk, Due, plan, subject_of
from terbuka.publish.prove import prove
from terbuka.publish.reconcile import look
from terbuka.record.outbox import fold
from terbuka.social.compose import length_problems
from terbuka.social.message import Message, Receipt
from terbuka.social.platform import Files, Platform, Session
from terbuka.text import text
from terbuka.wire import pause_until

PATIENCE = timedelta(seconds=60)
"""How long to wait when a platform says “later”; what takes longer is left to the next run."""

LATER = timedelta(minutes=15)
"""When to try again if a platform says “later” and does not say when."""


def publish(job: Job) -> Iterator[Outcome]:
    """Send what is due and yield what became of each part. Running it again sends nothing twice.

    Raises:
        LedgerError: the record is broken or cannot be written; nothing is sent without it.
    """
    accounts = Accounts(job)
    done: set[tuple[str, str, str]] = set()
    job.ledger.read()
    while (due := _next(job, done)) is not None:
        message = due.message
        try:
            yield from _deliver(job, accounts, due)
        except LedgerMoved:
            # Another publisher wrote first. Plan again from what is there now: it may be theirs.
            job.ledger.read()
            continue
        done.add((message.document, message.language, message.account.id))


def desk_of(job: Job) -> Desk:
    """Return what this run plans from."""
    return Desk(
        office=job.office,
        library=job.library,
        states=fold(job.ledger.entries),
        now=job.now,
        clock=job.clock(),
        run=job.run,
        base=job.base,
    )


def _next(job: Job, done: set[tuple[str, str, str]]) -> Due | None:
    for due in plan(desk_of(job)).due:
        if (due.message.document, due.message.language, due.message.account.id) not in done:
            return due
    return None


def _deliver(job: Job, accounts: Accounts, due: Due) -> Iterator[Outcome]:
    """Bring one message out, part by part, from the first that is not live."""
    message = due.message
    subject = subject_of(message, 0)
    try:
        if not due.doubtful:
            why = job.wire.run(prove(message.page, message.digest))
            if why is not None:
                yield Outcome(subject, "held", why=why)
                return
            job.on_step(Step.PROVED, subject)
        platform, session = accounts.session(message.account)
        job.on_step(Step.OPENED, subject)
    except (WireError, Rejected) as error:
        yield Outcome(subject, "held", why=sentence(job, error))
        return
    long = length_problems(message, session.limits)
    if long:
        part, count, limit = long[0]
        why = text("Part {part} has {count} characters; {limit} fit.", part=part + 1, count=count, limit=limit)
        yield Outcome(subject_of(message, part), "held", why=why)
        return
    yield from _parts(job, accounts, due, platform, session)


def _parts(job: Job, accounts: Accounts, due: Due, platform: Platform, session: Session) -> Iterator[Outcome]:
    message = due.message
    receipts: list[Receipt] = []
    for index in range(len(message.parts)):
        state = due.states.get(index)
        outcome = None
        if state is not None and state.live:
            receipts.append(receipt_of(state.last))
            continue
        if state is not None and state.open:
            outcome = look(job, platform, session, message, index, tuple(receipts), state)
        if outcome is None:
            armed = state.armed if state is not None else None
            outcome = _send(job, accounts, platform, session, message, index, tuple(receipts), armed)
        yield outcome
        if not outcome.live:
            return  # later parts answer this one; they wait for the next run
        receipts.append(receipt_of(job.ledger.entries[-1]))


def _send(
    job: Job,
    accounts: Accounts,
    platform: Platform,
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    armed: datetime | None,
) -> Outcome:
    """Arm one part, send it, and record what the platform answered."""
    subject = subject_of(message, index)
    # Not retried when another publisher wrote first: the part may be theirs now.
    (entry,) = job.ledger.append([fact(job, message, index, "armed", lease_until=job.clock() + job.lease)])
    # The recorded moment and no other: the next run has only the record to make the same id from.
    armed = armed or entry.at
    job.on_step(Step.ARMED, subject)
    try:
        receipt = _patiently(job, platform, session, message, index, earlier, armed)
    except OutcomeUnknown as error:
        job.on_step(Step.SENT, subject)
        why = sentence(job, error)
        entry = record(job, fact(job, message, index, "unknown", reason=why.say(job.office.language)))
        state = fold(job.ledger.entries)[entry.subject]
        return look(job, platform, session, message, index, earlier, state) or Outcome(subject, "unknown", why=why)
    except (Rejected, NotSent) as error:
        job.on_step(Step.SENT, subject)
        return _refused(job, accounts, message, index, error)
    job.on_step(Step.SENT, subject)
    record(job, fact(job, message, index, "confirmed", **proof(receipt)))
    job.on_step(Step.RECORDED, subject)
    return Outcome(subject, "confirmed", receipt.url)


def _patiently(
    job: Job,
    platform: Platform,
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    armed: datetime,
) -> Receipt:
    """Send one part; wait once if the platform asks for a short while."""
    files = _files(job, message)
    try:
        return job.wire.run(platform.send(session, message, index, earlier, armed, files))
    except RateLimited as limited:
        if limited.retry_at is None or limited.retry_at - job.clock() > PATIENCE:
            raise
        pause_until(limited.retry_at)
        return job.wire.run(platform.send(session, message, index, earlier, armed, files))


def _refused(job: Job, accounts: Accounts, message: Message, index: int, error: Rejected | NotSent) -> Outcome:
    """Record a refusal: one that stands, or one that passes and is tried again."""
    moment = job.clock()
    retry_at: datetime | None = None
    if isinstance(error, RateLimited):
        retry_at = error.retry_at or moment + LATER
    elif isinstance(error, (Unauthorised, NotSent)):
        retry_at = moment  # the words are not at fault: try again as soon as somebody has mended it
        accounts.shut(message.account, error)
    why = sentence(job, error)
    record(job, fact(job, message, index, "rejected", reason=why.say(job.office.language), retry_at=retry_at))
    job.on_step(Step.RECORDED, subject_of(message, index))
    return Outcome(subject_of(message, index), "rejected", why=why)


def _files(job: Job, message: Message) -> Files:
    image = message.card.image
    if image is None:
        return Files()
    contents: dict[PurePosixPath, bytes] = {image.path: (job.root / image.path).read_bytes()}
    return Files(MappingProxyType(contents))
