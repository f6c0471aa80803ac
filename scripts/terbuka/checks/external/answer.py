"""What became of an address of another site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What became of an address."""

    FINE = "fine"
    GONE = "gone"
    NAME = "name"
    REFUSED = "refused"
    CERTIFICATE = "certificate"
    SILENCE = "silence"
    FAILING = "failing"
    CIRCLE = "circle"
    UNCLEAR = "unclear"
    """It answers, but not to us: many sites turn programs away."""

    @property
    def broken(self) -> bool:
        """Whether readers get nothing."""
        return self not in (State.FINE, State.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Answer:
    """What asking for an address came to.

    Attributes:
        state: what became of it.
        status: the number of the last answer; 0 if there was none.
        moved: where it has moved for good, if it has.
    """

    state: State
    status: int = 0
    moved: str | None = None
