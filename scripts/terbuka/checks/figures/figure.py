"""One figure, and when two say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

Value = tuple[str, Decimal | str]
"""What is counted (``number``, ``time`` in minutes, ``month``, ``phone``, ``name``), and how much."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is written.

    Attributes:
        raw: the words.
        offset: where they begin.
        values: what they may mean; ``8`` in “8 to 10 a.m.” is a number and a time.
        sure: written with digits, so that it surely is a figure; “one” and “kedua” may be other words.
        strong: too exact for a translator to leave out or to put otherwise; of words, those that count something.
    """

    raw: str
    offset: int
    values: frozenset[Value]
    sure: bool = True
    strong: bool = False

    @property
    def telling(self) -> bool:
        """Whether it is missed where it is not."""
        return self.sure and self.strong

    def matches(self, others: Iterable[Figure]) -> bool:
        """Tell whether one of `others` may mean the same."""
        return any(not self.values.isdisjoint(other.values) for other in others)


def number(amount: Decimal | int) -> Value:
    """Return a number as a value; 1.50 is 1.5."""
    return "number", Decimal(amount).normalize()


def time(hour: int, minute: int = 0) -> Value:
    """Return a time of day as a value; 24.00 is 00.00."""
    return "time", Decimal((hour * 60 + minute) % 1440)
