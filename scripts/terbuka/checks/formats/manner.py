"""What a format may want to know besides the findings."""

from __future__ import annotations

from dataclasses import dataclass

from terbuka.errors import TerbukaError


@dataclass(frozen=True)
class Manner:
    """How findings are to be shown, and what else came of the check.

    Attributes:
        colour: the reader is a person at a terminal that shows colours.
        draft: the words are not yet up for review, so that nothing has to be mended now.
        broken: what kept rules from finishing; the findings are not complete then.
    """

    colour: bool = False
    draft: bool = False
    broken: tuple[TerbukaError, ...] = ()


PLAIN = Manner()
"""No colours, ready for review, nothing broken."""
