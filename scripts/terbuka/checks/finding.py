"""One thing that one check found at one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from terbuka.errors import Place
from terbuka.text import Text


class Severity(StrEnum):
    """How much a finding matters: an error blocks, a warning asks, a suggestion offers."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement that is right without a person's judgement; ``terbuka check --fix`` applies it.

    Attributes:
        old: what stands at the finding's place, on one line.
        new: what should stand there.
    """

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding is a value: two are equal when all of it is, the message too.

    Attributes:
        rule: the rule's id, such as ``alt-text`` (Vale's styles: ``style``).
        severity: how much it matters.
        place: where.
        message: what is wrong, one sentence.
        fix: what to do, one sentence.
        source: the law, standard or guide behind the rule; "" for plain good sense.
        edit: the safe replacement, if there is one.
        about: another file that the finding is about, such as an attachment that the document links to; a change
            of that file makes it new.
    """

    rule: str
    severity: Severity
    place: Place
    message: Text
    fix: Text
    source: str = ""
    edit: Edit | None = None
    about: PurePosixPath | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """What findings are sorted by, so that output is stable."""
        place = self.place
        return (place.path.parts, place.line, place.column, self.rule, self.message.key, self.message.values)
