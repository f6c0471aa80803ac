"""What became of each part: the entries folded into one state.

``armed → confirmed | rejected | unknown → reconciled``
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from terbuka.record.entry import Entry, Subject
from terbuka.record.posted import Posted


@dataclass(frozen=True, slots=True)
class State:
    """Where one part stands.

    Attributes:
        last: the newest entry about it.
        armed: when it was first armed; the same at every try, because chosen ids are made from it.
    """

    last: Entry
    armed: datetime

    @property
    def live(self) -> bool:
        """It is on the platform."""
        return self.last.live

    @property
    def open(self) -> bool:
        """Nobody knows: it was armed or its answer was lost, and nothing came after."""
        return self.last.kind in ("armed", "unknown")

    def held_by_another(self, run: str, now: datetime) -> bool:
        """Another publisher armed it and may be sending it at this moment."""
        lease = self.last.lease_until
        return self.last.kind == "armed" and self.last.run != run and lease is not None and lease > now


def fold(entries: Iterable[Entry]) -> Mapping[Subject, State]:
    """Return the state of every part that the record knows."""
    states: dict[Subject, State] = {}
    for entry in entries:
        before = states.get(entry.subject)
        states[entry.subject] = State(entry, before.armed if before else entry.at)
    return states


def posted(entries: Iterable[Entry]) -> tuple[Posted, ...]:
    """Return what is live, in the order in which it was published."""
    live = [state.last for state in fold(entries).values() if state.live]
    shown = [
        Posted(
            document=entry.subject.document,
            language=entry.subject.language,
            account=entry.subject.account,
            platform=entry.platform,
            part=entry.subject.part,
            at=entry.published_at or entry.at,
            url=entry.url or "",
            remote_id=entry.remote_id or "",
            digest=entry.digest,
        )
        for entry in live
    ]
    return tuple(sorted(shown, key=lambda p: (p.at, p.document, p.language, p.account, p.part)))
