"""unknown → read the platform → live, or safe to send again."""

from __future__ import annotations

from terbuka.errors import NotSent, OutcomeUnknown, Rejected
from terbuka.publish.facts import fact, proof, record, sentence
from terbuka.publish.job import Job, Outcome, Step
from terbuka.publish.plan import subject_of
from terbuka.record.outbox import State
from terbuka.social.message import Message, Receipt
from terbuka.social.platform import Platform, Recovery, Session
from terbuka.text import Text, text


def look(
    job: Job,
    platform: Platform,
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    state: State,
) -> Outcome | None:
    """Ask the platform what became of a part whose outcome nobody knows, and record the answer.

    Returns:
        What was found; or None when the part is surely not there and may be sent.
    """
    subject = subject_of(message, index)
    try:
        receipt = job.wire.run(platform.find(session, message, index, earlier, state.armed))
    except (OutcomeUnknown, NotSent, Rejected) as error:
        return Outcome(subject, "unknown", why=sentence(job, error))
    job.on_step(Step.READ, subject)
    if receipt is not None:
        details = proof(receipt)
        details["outcome"] = "found"
        record(job, fact(job, message, index, "reconciled", **details))
        job.on_step(Step.RECORDED, subject)
        return Outcome(subject, "found", receipt.url)
    if _too_early(job, platform, state):
        return Outcome(subject, "unknown", why=_wait(job))
    record(job, fact(job, message, index, "reconciled", outcome="absent"))
    job.on_step(Step.RECORDED, subject)
    return None


def _too_early(job: Job, platform: Platform, state: State) -> bool:
    """A slow server may still publish what it was sent. Only an id of our own choosing makes that harmless."""
    if platform.RECOVERY is Recovery.CHOSEN_ID:
        return False
    return job.clock() - state.last.at < job.settle


def _wait(job: Job) -> Text:
    return text(
        "It is not there yet, but may still appear. Run terbuka publish again in {seconds} seconds.",
        seconds=int(job.settle.total_seconds()),
    )
