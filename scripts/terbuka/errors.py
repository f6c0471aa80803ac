"""Everything that can go wrong and is not our bug, drawn first, then written.

TerbukaError              what a person can act on; exit status 1
├── UsageError            the command was called wrongly; exit status 2
├── WordsError            a document or a settings file cannot be read
│   └── OfficeError       office.yml
├── ToolMissing           git, Vale, Pagefind or lychee is not there
├── GitError              git answered with an error
├── RuleBroken            a check failed to load or to run; exit status 3
├── BuildError            the portal could not be built or did not pass its own verification
├── LedgerError           the record is broken or could not be written
│   └── LedgerMoved       another publisher wrote first; read again
└── WireError             a platform did not do what we asked
    ├── Rejected          it said no, and nothing was published
    │   ├── Unauthorised  the token is wrong or has expired
    │   └── RateLimited   it said: later
    ├── NotSent           the request surely never left this machine
    └── OutcomeUnknown    nobody knows whether it was published; read before sending again
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from terbuka.text import SOURCE_LANGUAGE, Text, text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: path from the repository's root, line and column counted from 1."""

    path: PurePosixPath
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class TerbukaError(Exception):
    """A failure that a person can act on: where it is, what it is, what to do next."""

    status = 1

    def __init__(self, what: Text, to_do: Text, place: Place | None = None) -> None:
        self.what = what
        self.to_do = to_do
        self.place = place
        super().__init__(self.say(SOURCE_LANGUAGE))

    def say(self, language: str) -> str:
        """Return the whole message on one line, in `language`."""
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.what.say(language)} {self.to_do.say(language)}"


class UsageError(TerbukaError):
    """The command was called wrongly."""

    status = 2


class WordsError(TerbukaError):
    """A document or a settings file cannot be read."""


class OfficeError(WordsError):
    """``office.yml`` is missing or wrong."""


class ToolMissing(TerbukaError):
    """A program that we call is not on this machine."""

    def __init__(self, tool: str, to_do: Text | None = None) -> None:
        super().__init__(
            text("{tool} is not installed, or is too old.", tool=tool),
            to_do or text("Run scripts/setup, then try again."),
        )


class GitError(TerbukaError):
    """Git answered with an error."""


class RuleBroken(TerbukaError):
    """A check failed to load or to run. Nothing legal is ever skipped silently."""

    status = 3


class BuildError(TerbukaError):
    """The portal could not be built, or did not pass its own verification."""


class LedgerError(TerbukaError):
    """The record is broken or could not be written."""


class LedgerMoved(LedgerError):
    """Another publisher wrote to the record first."""


class WireError(TerbukaError):
    """A platform did not do what we asked of it."""


class Rejected(WireError):
    """The platform refused, and nothing was published."""


class Unauthorised(Rejected):
    """The token is wrong or has expired."""


class RateLimited(Rejected):
    """The platform asks us to come back later.

    Attributes:
        retry_at: when it will listen again, with a time zone; None if it did not say.
    """

    def __init__(self, what: Text, to_do: Text, retry_at: datetime | None = None) -> None:
        super().__init__(what, to_do)
        self.retry_at = retry_at


class NotSent(WireError):
    """The request surely never left this machine (no address, connection refused)."""


class OutcomeUnknown(WireError):
    """Nobody knows whether it was published: a time-out, a dropped answer, a 5xx."""
