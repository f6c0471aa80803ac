"""Reading and checking the chain: lines → entries, or the first line that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from pydantic import ValidationError

from terbuka.errors import LedgerError, Place
from terbuka.record.entry import FIRST, Entry, Fact, hash_of
from terbuka.text import Text, text

FILE = PurePosixPath("ledger.jsonl")


def read(data: bytes) -> tuple[Entry, ...]:
    """Return the entries of a ledger file, having checked every link of the chain.

    Raises:
        LedgerError: names the line of the first entry that is broken.
    """
    if data and not data.endswith(b"\n"):
        raise _broken(data.count(b"\n") + 1, text("The last line is not whole."))
    entries: list[Entry] = []
    prev = FIRST
    for number, line in enumerate(data.splitlines(), start=1):
        entries.append(_entry(line, number, prev))
        prev = hash_of(line)
    return tuple(entries)


def extend(entries: Sequence[Entry], facts: Iterable[Fact]) -> tuple[Entry, ...]:
    """Return new entries for `facts`, linked to the end of `entries`."""
    seq = len(entries)
    prev = hash_of(entries[-1].line()) if entries else FIRST
    fresh: list[Entry] = []
    for fact in facts:
        seq += 1
        entry = Entry(**dict(fact), seq=seq, prev=prev)
        fresh.append(entry)
        prev = hash_of(entry.line())
    return tuple(fresh)


def dump(entries: Iterable[Entry]) -> bytes:
    """Return entries as the bytes of a ledger file."""
    return b"".join(entry.line() + b"\n" for entry in entries)


def _entry(line: bytes, number: int, prev: str) -> Entry:
    try:
        entry = Entry.model_validate(json.loads(line))
    except (ValueError, ValidationError):
        raise _broken(number, text("This line is not an entry.")) from None
    if entry.seq != number:
        raise _broken(
            number, text("The entry says it is number {seq}; entries are missing or moved.", seq=entry.seq)
        )
    if entry.prev != prev:
        raise _broken(number, text("The hash of the entry before does not fit; one of the two was changed."))
    if entry.line() != line:
        raise _broken(number, text("The entry is not in canonical form; it was written by hand."))
    return entry


def _broken(number: int, what: Text) -> LedgerError:
    return LedgerError(
        what,
        text("Compare the branch with a copy from before; nothing is sent while the record is broken."),
        Place(FILE, number),
    )
