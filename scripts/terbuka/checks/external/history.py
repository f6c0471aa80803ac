"""What is known of each address of another site: a file of one JSON object a line, in the order of the addresses.

The file lies below build/ and can be thrown away: then nobody knows any more since when an address is broken. The
nightly run keeps it from one night to the next.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from terbuka.checks.external.answer import Answer, State
from terbuka.errors import Place, WordsError
from terbuka.text import text

FILE = PurePosixPath("build/links.jsonl")
"""From the repository's root."""

NIGHTS = 2
"""Nights on which an address has to fail before it is called broken: sites have bad nights."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address.

    Attributes:
        address: as it is asked for.
        asked: the last day on which it was.
        fine: the last day on which it was fine; None if it never was.
        since: the first day of those on which it has been broken without a break; None if it is not.
        nights: how many such days there were.
        state: what became of it.
        status: the number of the last answer.
        moved: where it has moved for good, if it has.
    """

    address: str
    asked: date
    fine: date | None
    since: date | None
    nights: int
    state: State
    status: int
    moved: str | None = None

    @property
    def broken(self) -> bool:
        """Whether it has been broken on enough nights to say so."""
        return self.nights >= NIGHTS


def after(earlier: Known | None, address: str, answer: Answer, today: date) -> Known:
    """Return what is known of `address` after `answer`, given what was known earlier."""
    fine = earlier.fine if earlier else None
    if not answer.state.broken:
        # A site that turns programs away says neither that the page is there nor that it is not.
        fine = today if answer.state is State.FINE else fine
        return Known(address, today, fine, None, 0, answer.state, answer.status, answer.moved)
    since = (earlier.since if earlier else None) or today
    nights = earlier.nights if earlier else 0
    again = earlier is not None and earlier.asked == today and nights > 0
    return Known(address, today, fine, since, nights if again else nights + 1, answer.state, answer.status)


def read(root: Path) -> Mapping[str, Known]:
    """Return what is known, by address; nothing where nobody has asked yet.

    Raises:
        WordsError: the file was changed by hand; names the line.
    """
    try:
        lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        raise _broken(1) from None
    known = (_known(line, number) for number, line in enumerate(lines, start=1))
    return {item.address: item for item in known}


def write(root: Path, known: Iterable[Known]) -> None:
    """Replace the file by what is known now."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(
        "".join(_line(item) for item in sorted(known, key=lambda item: item.address)), encoding="utf-8"
    )
    fresh.replace(path)


def _line(item: Known) -> str:
    values = {
        "address": item.address,
        "asked": item.asked.isoformat(),
        "fine": item.fine.isoformat() if item.fine else None,
        "since": item.since.isoformat() if item.since else None,
        "nights": item.nights,
        "state": item.state.value,
        "status": item.status,
        "moved": item.moved,
    }
    return json.dumps(values, ensure_ascii=False) + "\n"


def _known(line: str, number: int) -> Known:
    try:
        values: dict[str, Any] = json.loads(line)
        return Known(
            str(values["address"]),
            date.fromisoformat(values["asked"]),
            _day(values["fine"]),
            _day(values["since"]),
            int(values["nights"]),
            State(values["state"]),
            int(values["status"]),
            values["moved"],
        )
    except (ValueError, KeyError, TypeError):
        raise _broken(number) from None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _broken(number: int) -> WordsError:
    return WordsError(
        text("This line of the history of links cannot be read."),
        text("Remove the file {file}; then run terbuka links, which begins a new one.", file=str(FILE)),
        Place(FILE, number),
    )
