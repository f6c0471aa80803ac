"""What a finder has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A number or an address of a person.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        value: its bare form, to compare with what the office publishes: digits, or letters in lower case.
        sure: True if build and label agree; False if a person has to look.
        masked: True if a part of it is covered, but too little.
    """

    start: int
    end: int
    value: str
    sure: bool
    masked: bool = False
