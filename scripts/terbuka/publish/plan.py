"""documents − record = what is due, and why the rest is not. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from terbuka.office import Account, Office
from terbuka.record.entry import Subject
from terbuka.record.outbox import State
from terbuka.social.compose import compose
from terbuka.social.message import Message
from terbuka.social.registry import PLATFORMS
from terbuka.text import Text, text
from terbuka.words.document import Document, is_public, public_since
from terbuka.words.library import Library


@dataclass(frozen=True, slots=True)
class Due:
    """A message that is to go out now, wholly or from its first part that is not live.

    Attributes:
        message: what is said.
        states: what the record knows of its parts; empty for a new message.
    """

    message: Message
    states: Mapping[int, State]

    @property
    def doubtful(self) -> bool:
        """A part may be live already: the platform has to be read first."""
        return any(state.open for state in self.states.values())


@dataclass(frozen=True, slots=True)
class Held:
    """A document that one account does not post now, and why.

    Attributes:
        account: the account's id, or None when no account posts it.
    """

    document: Document
    account: str | None
    why: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due, oldest first, and what is not."""

    due: tuple[Due, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a plan is made from.

    Attributes:
        office: who publishes.
        library: all documents.
        states: the record, folded.
        now: the moment for which to plan.
        clock: the real moment, by which leases end; the same as `now` except in rehearsals.
        run: this run of the publisher.
        base: the portal's address, ending in a slash.
    """

    office: Office
    library: Library
    states: Mapping[Subject, State]
    now: datetime
    clock: datetime
    run: str
    base: str


def plan(desk: Desk) -> Plan:
    """Return what is due and what is held."""
    due: list[Due] = []
    held: list[Held] = []
    for document in sorted(desk.library.valid(), key=lambda d: (public_since(d, desk.office.zone), str(d.path))):
        hidden = _why_hidden(document, desk)
        if hidden is not None:
            held.append(Held(document, None, hidden))
            continue
        for account in desk.office.accounts:
            answer = _consider(document, account, desk)
            if isinstance(answer, Due):
                due.append(answer)
            elif answer is not None:
                held.append(Held(document, account.id, answer))
    return Plan(tuple(due), tuple(held))


def by_reason(held: Iterable[Held]) -> Mapping[tuple[PurePosixPath, Text], tuple[str, ...]]:
    """Return the accounts that hold the document at a path for the same reason: people read it once."""
    grouped: dict[tuple[PurePosixPath, Text], tuple[str, ...]] = {}
    for one in held:
        accounts = grouped.get((one.document.path, one.why), ())
        grouped[one.document.path, one.why] = (*accounts, one.account) if one.account else accounts
    return grouped


def _why_hidden(document: Document, desk: Desk) -> Text | None:
    if is_public(document, desk.now, desk.office.zone):
        return None
    meta = document.valid
    if meta.status != "published":
        return text("Its status is {status}, not published.", status=meta.status)
    since = public_since(document, desk.office.zone)
    if since > desk.now:
        return text("It is under embargo until {moment}.", moment=_show(since, desk.office))
    return text("It expired; it is no longer shown.")


def _consider(document: Document, account: Account, desk: Desk) -> Due | Text | None:
    """Return the message if it is due, the reason if it is not, None if it is not meant for this account."""
    if account.platform not in PLATFORMS or not PLATFORMS[account.platform].SENDS:
        return None
    message = compose(document, account, desk.office, desk.base)
    if message is None:
        return None
    states = states_of(message, desk.states)
    if not states:
        since = public_since(document, desk.office.zone)
        if desk.now - since > timedelta(days=desk.office.limits.post_within_days):
            return text(
                "It became public more than {days} days ago; it is no news any more.",
                days=desk.office.limits.post_within_days,
            )
        return Due(message, states)
    return _why_settled(message, states, desk) or Due(message, states)


def _why_settled(message: Message, states: Mapping[int, State], desk: Desk) -> Text | None:
    if all(part in states and states[part].live for part in range(len(message.parts))):
        return text("It is live.")
    for state in states.values():
        if state.held_by_another(desk.run, desk.clock):
            return text(
                "Another publisher is sending it; its lease ends at {moment}.",
                moment=_show(state.last.lease_until or desk.clock, desk.office),
            )
        if state.last.kind == "rejected":
            return _why_rejected(message, state, desk)
    return None


def _why_rejected(message: Message, state: State, desk: Desk) -> Text | None:
    """A refusal stands until the words change, or until the moment that the platform named."""
    if state.last.digest != message.digest:
        return None
    if state.last.retry_at is None:
        return text(
            "The platform refused it: {reason} Change the text to try again.", reason=state.last.reason or ""
        )
    if state.last.retry_at > desk.clock:
        return text("The platform asks us to wait until {moment}.", moment=_show(state.last.retry_at, desk.office))
    return None


def states_of(message: Message, states: Mapping[Subject, State]) -> dict[int, State]:
    """Return what the record knows of each part of `message`."""
    known: dict[int, State] = {}
    for part in range(len(message.parts)):
        state = states.get(subject_of(message, part))
        if state is not None:
            known[part] = state
    return known


def subject_of(message: Message, part: int) -> Subject:
    """Return what the record calls one part of `message`."""
    return Subject(document=message.document, language=message.language, account=message.account.id, part=part)


def _show(moment: datetime, office: Office) -> str:
    return moment.astimezone(office.zone).strftime("%Y-%m-%d %H.%M %Z")
