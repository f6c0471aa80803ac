"""The time in which findings do not change by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Span:
    """From `since`, up to but not at `until`."""

    since: datetime
    until: datetime

    def holds(self, moment: datetime) -> bool:
        """Tell whether `moment` lies in it."""
        return self.since <= moment < self.until

    @property
    def written(self) -> tuple[str, str]:
        """As words that `read` makes a span of."""
        return self.since.isoformat(), self.until.isoformat()


def read(since: str, until: str) -> Span:
    """Return the span that was written so."""
    return Span(datetime.fromisoformat(since), datetime.fromisoformat(until))
